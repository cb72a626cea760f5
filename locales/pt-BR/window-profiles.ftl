# A visão de perfis da janela, e as entradas do primeiro uso.
window-profiles = Perfis
window-profiles-new = Novo
window-profiles-new-menu = Novo perfil
window-profiles-undo = Desfazer última alteração…
window-profiles-sections = Perfis dos arquivos da AWS
window-profiles-group-sessions = Sessões de SSO
window-profiles-group-services = Serviços
window-profiles-none = Nenhum perfil nos arquivos da AWS ainda
window-profiles-unsaved = ainda não salvo
window-profiles-back = Voltar à lista
window-profiles-choose = Escolha um perfil ou crie um novo.
window-profiles-loading = Lendo os arquivos…

# Tipos
window-profiles-kind = Tipo
window-profiles-kind-keys = Chaves de acesso
window-profiles-kind-role = Função
window-profiles-kind-sso = SSO
window-profiles-kind-sso-legacy = SSO (legado)
window-profiles-kind-web-identity = Identidade da web
window-profiles-kind-process = Processo
window-profiles-kind-login = aws login
window-profiles-kind-temporary-keys = Chaves temporárias
window-profiles-kind-sso-session = Sessão de SSO
window-profiles-kind-other = Só configurações
window-profiles-new-keys = Chaves de acesso
window-profiles-new-role = Função
window-profiles-new-sso = SSO (IAM Identity Center)
window-profiles-new-sso-legacy = SSO (legado)
window-profiles-new-web-identity = Identidade da web
window-profiles-new-process = Processo
window-profiles-new-login = aws login
window-profiles-new-temporary-keys = Chaves temporárias
window-profiles-new-sso-session = Sessão de SSO
window-profiles-new-paste = Colar…
window-profiles-not-profiles = Mais
window-profiles-new-title = Novo perfil
window-profiles-new-session-title = Nova sessão de SSO

# Abaixo de um nome
window-profiles-in-account = {$kind} na conta {$account}
window-profiles-expired = {$kind}, expiraram há {$duration}
window-profiles-expires = {$kind}, expiram em {$duration}

# Campos
window-profiles-name = Nome
window-profiles-role-arn = ARN da função
window-profiles-source-profile = Perfil de origem
window-profiles-credential-source = Fonte de credenciais
window-profiles-duration = Duração
window-profiles-seconds = segundos
window-profiles-region = Região
window-profiles-mfa-serial = Dispositivo MFA
window-profiles-access-key = ID da chave de acesso
window-profiles-secret-key = Chave de acesso secreta
window-profiles-session-token = Token de sessão
window-profiles-sso-session = Sessão de SSO
window-profiles-sso-account = Conta
window-profiles-sso-role = Nome da função
window-profiles-start-url = URL inicial
window-profiles-sso-region = Região do SSO
window-profiles-scopes = Escopos
window-profiles-token-file = Arquivo do token
window-profiles-session-name = Nome da sessão
window-profiles-external-id = ID externo
window-profiles-mfa-process = Comando do código
window-profiles-process = Comando
window-profiles-login-session = Sessão de login
window-profiles-output = Saída

# Em campos vazios
window-profiles-empty-mfa = Nenhum (ARN ou número de série, se a função pedir um código)
window-profiles-empty-role-arn = arn:aws:iam::123456789012:role/Nome
window-profiles-empty-region = Nenhuma (cada ferramenta usa seu padrão)
window-profiles-region-needed = A AWS CLI v1 e o Sandglass precisam de uma região para uma função.
window-profiles-region-use = Usar {$region} de {$source}
window-profiles-empty-source = O perfil cujas credenciais assumem a função
window-profiles-empty-credential-source = Nenhuma (para instâncias, contêineres e variáveis)
window-profiles-empty-duration = 3600
window-profiles-empty-start-url = https://exemplo.awsapps.com/start
window-profiles-empty-sso-region = A região do IAM Identity Center
window-profiles-empty-sso-session = Nome de uma sessão de SSO
window-profiles-empty-account = 12 dígitos
window-profiles-empty-role-name = Função ou conjunto de permissões
window-profiles-empty-token-file = Caminho completo
window-profiles-empty-session-name = Nenhum (cada ferramenta escolhe um)
window-profiles-empty-mfa-process = Nenhum (como op item get AWS --otp)
window-profiles-empty-process = Caminho completo de um programa e seus argumentos
window-profiles-empty-login-session = Definida por aws login
window-profiles-empty-scopes = sso:account:access
window-profiles-empty-secret = Digite ou cole
window-profiles-empty-output = Nenhuma (em geral, json)
window-profiles-empty-external-id = Nenhum
window-profiles-secret-kept = {$masked}, mantido se você não digitar outro
window-profiles-overrides = prevalece sobre {$value} ({$place})

# Outras configurações
window-profiles-others = Outras configurações
window-profiles-add-setting = Adicionar configuração
window-profiles-key = Chave
window-profiles-value = Valor
window-profiles-add = Adicionar
window-profiles-remove-setting = Remover {$key}
window-profiles-keep-setting = Manter {$key}
window-profiles-removed-setting = removida ao salvar
window-profiles-nested = configurações aninhadas: edite-as no arquivo
window-profiles-dependents = Usado por
window-profiles-dependent = {$profile} ({$key})

# O que será gravado
window-profiles-written = O que será salvo
window-profiles-file = Arquivo
window-profiles-every-other-line = As outras linhas ficam como estão
window-profiles-comments-stay = Comentários e as outras linhas ficam como estão
window-profiles-unchanged = Nada a salvar: os arquivos já estão assim.
window-profiles-lines-removed = { $count ->
    [one] {$count} linha removida
   *[other] {$count} linhas removidas
}
window-profiles-lines-added = { $count ->
    [one] {$count} linha adicionada
   *[other] {$count} linhas adicionadas
}
window-profiles-line-goes = removida:
window-profiles-line-comes = adicionada:
window-profiles-write-files = { $count ->
    [one] Salvar {$count} arquivo
   *[other] Salvar {$count} arquivos
}
window-profiles-write = Salvar
window-profiles-write-anyway = Salvar mesmo assim
window-profiles-discard = Descartar
window-profiles-ctrl = Ctrl
window-profiles-planning = Verificando…
window-profiles-correct = Corrija “{$field}” antes
window-profiles-missing = Falta preencher: {$field}
window-profiles-correct-above = Corrija os erros acima
window-profiles-errors = { $count ->
    [one] {$count} erro
   *[other] {$count} erros
}
window-profiles-no-change = Nenhuma alteração ainda
window-profiles-done = Salvo em {$files}

# Duplicar, excluir, desfazer
window-profiles-edit = Editar
window-profiles-duplicate = Duplicar
window-profiles-copy-of = {$name}-copia
window-profiles-delete = Excluir…
window-profiles-delete-title = Excluir {$name}?
window-profiles-delete-now = Excluir
window-profiles-undo-title = Desfazer a última alteração?
window-profiles-undo-now = Desfazer
window-profiles-undo-nothing = Não há alteração a desfazer.
window-profiles-undo-differs = O arquivo mudou desde então
window-profiles-undo-differs-text = Outro programa alterou o arquivo depois de você, por isso ele fica como está. Isto é o que desfazer sua alteração faria com ele:
window-profiles-undone = Alteração desfeita em {$files}
window-profiles-redo = Refazer “{$what}”…
window-profiles-redo-title = Refazer esta alteração?
window-profiles-redo-now = Refazer
window-profiles-redone = Refeito em {$files}
window-profiles-close = Fechar

# Os arquivos mudaram com um editor aberto
window-profiles-changed = Outro programa alterou os arquivos da AWS
window-profiles-changed-text = Sua edição não foi salva, e nada do que o outro programa gravou se perdeu. Você vê suas alterações sobre a versão dele.
window-profiles-keep-mine = Manter minha edição
window-profiles-take-theirs = Usar a versão dele
window-profiles-gone = {$name} foi removido dos arquivos
window-profiles-gone-text = Outro programa o removeu ou renomeou. Sua edição continua aqui.

# Chaves temporárias que poderiam se renovar
window-profiles-renew-itself = Transformar {$name} em um perfil de função
window-profiles-renew-itself-role = Estas chaves vieram da função {$role} em {$account}. Se {$source} puder assumi-la, {$name} passará a ser um perfil de função e você não precisará mais colar chaves. As linhas coladas serão removidas.
window-profiles-renew-itself-plain = Informe a função destas chaves e o perfil que pode assumi-la: {$name} passará a ser um perfil de função e você não precisará mais colar chaves. As linhas coladas serão removidas.
window-profiles-seen-setting = Obtido de {$key}.
window-profiles-seen-session = Obtido de {$key}, que identifica a sessão. Se a função tiver caminho, inclua-o.
window-profiles-seen-preferences = Obtido da origem de renovação nas preferências.
window-profiles-try = Testar
window-profiles-trying = Consultando a AWS…
window-profiles-tried = {$source} pode assumir esta função. Nada foi salvo.
window-profiles-try-failed = A AWS acabou de recusar esta função.

# O que um perfil novo precisa antes
window-profiles-source-first = Uma função precisa de um perfil de origem
window-profiles-source-first-text = As chaves de acesso dele assumem a função. Você ainda não tem esse perfil. Este formulário espera enquanto você o adiciona.
window-profiles-source-first-keys = Adicionar primeiro as chaves
window-profiles-sso-by-cli = O Sandglass faz o login
window-profiles-sso-by-cli-text = Preencha este formulário e salve; depois faça login em Sessões ou na bandeja. Ou deixe a AWS CLI criar o perfil, em um terminal:

# Chaves temporárias, continuação
window-profiles-code = Código MFA
window-profiles-code-hint = Seis dígitos do dispositivo {$serial}
window-profiles-keep-keys = Manter chaves temporárias
window-profiles-convert = Transformar em perfil de função…
window-profiles-paste-keys = Colar novas chaves…

# Colar
window-profiles-paste-title = Colar
window-profiles-paste-into = Novas chaves para {$name}
window-profiles-pasted-sts = Reconhecido: uma resposta do AWS STS
window-profiles-pasted-process = Reconhecido: a saída de um credential_process
window-profiles-pasted-variables = Reconhecido: linhas export
window-profiles-pasted-section = Reconhecido: uma seção de um arquivo da AWS
window-profiles-paste-read = Ler a área de transferência
window-profiles-paste-calm = Copie as chaves e volte: elas são lidas quando esta janela recebe o foco. Ou pressione Ctrl+V.
window-profiles-paste-hint = Chaves, linhas export, uma seção de um arquivo da AWS ou o JSON que a AWS retornou. Os segredos ficam ocultos.

# Primeiro uso
window-first-sign-in = Como você faz login?
window-first-sso = IAM Identity Center (SSO)
window-first-sso-hint = Você faz login com o navegador.
window-first-keys = Chaves de acesso
window-first-keys-hint = Um ID de chave de acesso e uma chave de acesso secreta do IAM.
window-first-role = Assumir uma função
window-first-role-hint = Um perfil com chaves de acesso assume a função. Adicione primeiro as chaves.
window-first-paste = Colar chaves
window-first-paste-hint = Chaves de acesso, linhas export ou o JSON que a AWS retornou. Os segredos ficam ocultos.
window-first-nothing-yet = Ainda não há nenhum perfil da AWS. Nada é salvo até você confirmar.

window-choices = { $count ->
    [one] {$count} opção
   *[other] {$count} opções
}

# Undo in messages
window-undo = Desfazer
window-undo-key = Desfazer (Ctrl+Z)
window-label-changed = Rótulo de {$profile} alterado
window-now-watched = { $count ->
    [one] Acompanhando {$profile}
   *[other] Acompanhando {$count} perfis
}
window-not-watched-now = { $count ->
    [one] {$profile} não é mais acompanhado
   *[other] {$count} perfis não são mais acompanhados
}
