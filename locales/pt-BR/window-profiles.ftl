# A visão de perfis da janela, e as entradas do primeiro uso.
window-profiles = Perfis
window-profiles-new = Novo
window-profiles-new-menu = Novo perfil
window-profiles-undo = Desfazer última mudança…
window-profiles-sections = Perfis dos arquivos da AWS
window-profiles-group-sessions = Sessões de SSO
window-profiles-group-services = Serviços
window-profiles-none = Ainda não há perfil nos arquivos da AWS.
window-profiles-unsaved = ainda não gravado
window-profiles-back = Voltar à lista
window-profiles-choose = Escolha um perfil ou crie um novo.
window-profiles-loading = Lendo os arquivos…

# Tipos
window-profiles-kind = Tipo
window-profiles-kind-keys = Chaves de acesso
window-profiles-kind-role = Função
window-profiles-kind-sso = SSO
window-profiles-kind-sso-legacy = SSO sem sessão
window-profiles-kind-web-identity = Identidade web
window-profiles-kind-process = Processo
window-profiles-kind-login = aws login
window-profiles-kind-temporary-keys = Chaves temporárias
window-profiles-kind-sso-session = Sessão de SSO
window-profiles-kind-other = Só configurações
window-profiles-new-keys = Chaves de acesso
window-profiles-new-role = Função
window-profiles-new-sso = SSO (IAM Identity Center)
window-profiles-new-sso-legacy = SSO sem sessão
window-profiles-new-web-identity = Identidade web
window-profiles-new-process = Processo
window-profiles-new-login = aws login
window-profiles-new-temporary-keys = Chaves temporárias
window-profiles-new-sso-session = Sessão de SSO
window-profiles-new-paste = Colar…
window-profiles-not-profiles = Mais
window-profiles-new-title = Novo perfil
window-profiles-new-session-title = Nova sessão de SSO

# Abaixo de um nome
window-profiles-in-account = {$kind} em {$account}
window-profiles-expired = {$kind}, expirou há {$duration}
window-profiles-expires = {$kind}, resta {$duration}

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
window-profiles-process = Comando
window-profiles-login-session = Sessão de login
window-profiles-output = Saída

# Em campos vazios
window-profiles-empty-mfa = Nenhum. Número de série ou ARN, se a função pedir um código
window-profiles-empty-role-arn = arn:aws:iam::123456789012:role/Nome
window-profiles-empty-region = Nenhuma. O padrão de cada ferramenta
window-profiles-empty-source = O perfil cujas chaves assumem a função
window-profiles-empty-credential-source = Nenhuma. Para instâncias, contêineres e variáveis
window-profiles-empty-duration = 3600
window-profiles-empty-start-url = https://exemplo.awsapps.com/start
window-profiles-empty-sso-region = Onde está o IAM Identity Center
window-profiles-empty-sso-session = O nome de uma sessão de SSO
window-profiles-empty-account = Doze dígitos
window-profiles-empty-role-name = Função ou conjunto de permissões
window-profiles-empty-token-file = Caminho completo
window-profiles-empty-session-name = Nenhum. Cada ferramenta inventa um
window-profiles-empty-process = O caminho completo de um programa e seus argumentos
window-profiles-empty-login-session = Escrita por aws login
window-profiles-empty-scopes = sso:account:access
window-profiles-empty-secret = Digitado ou colado
window-profiles-empty-output = Nenhuma. json é o usual
window-profiles-empty-external-id = Nenhum
window-profiles-secret-kept = {$masked}, mantido se nada for digitado
window-profiles-overrides = prevalece sobre {$value} ({$place})

# Outras configurações
window-profiles-others = Outras configurações
window-profiles-add-setting = Acrescentar uma configuração
window-profiles-key = Chave
window-profiles-value = Valor
window-profiles-add = Acrescentar
window-profiles-remove-setting = Remover {$key}
window-profiles-keep-setting = Manter {$key}
window-profiles-removed-setting = sai na próxima gravação
window-profiles-nested = configurações aninhadas, editadas no próprio arquivo
window-profiles-dependents = Depende deste perfil
window-profiles-dependent = {$profile} por {$key}

# O que será gravado
window-profiles-written = O que será gravado
window-profiles-file = Arquivo
window-profiles-every-other-line = as outras linhas ficam como estão
window-profiles-comments-stay = Comentários e as outras linhas ficam como estão
window-profiles-unchanged = Nada a gravar: os arquivos já dizem isto.
window-profiles-lines-removed = { $count ->
    [one] {$count} linha sai
   *[other] {$count} linhas saem
}
window-profiles-lines-added = { $count ->
    [one] {$count} linha entra
   *[other] {$count} linhas entram
}
window-profiles-line-goes = sai:
window-profiles-line-comes = entra:
window-profiles-write-changes = { $count ->
    [one] Gravar {$count} mudança
   *[other] Gravar {$count} mudanças
}
window-profiles-write-files = { $count ->
    [one] Gravar {$count} arquivo
   *[other] Gravar {$count} arquivos
}
window-profiles-write = Gravar
window-profiles-discard = Descartar
window-profiles-ctrl = Ctrl
window-profiles-planning = Verificando…
window-profiles-correct = Antes, corrija “{$field}”
window-profiles-correct-name = Antes, dê um nome
window-profiles-correct-above = Antes, corrija o que se diz acima
window-profiles-no-change = Nenhuma mudança ainda
window-profiles-done = { $count ->
    [one] Gravado: {$files}
   *[other] Gravados: {$files}
}

# Duplicar, excluir, desfazer
window-profiles-duplicate = Duplicar
window-profiles-copy-of = {$name}-copia
window-profiles-delete = Excluir…
window-profiles-delete-title = Excluir {$name}?
window-profiles-delete-now = Excluir
window-profiles-undo-title = Desfazer a última mudança?
window-profiles-undo-now = Desfazer
window-profiles-undo-nothing = Não há mudança a desfazer.
window-profiles-undo-differs = Mudou desde então
window-profiles-undo-differs-text = Outro programa mudou o arquivo depois disso. Ele fica como está. Abaixo está o que desfazer a mudança teria feito dele.
window-profiles-undone = Como antes: {$files}
window-profiles-close = Fechar

# Os arquivos mudaram com um editor aberto
window-profiles-changed = Outro programa mudou os arquivos da AWS
window-profiles-changed-text = Sua edição não foi gravada, e nada do que ele escreveu se perdeu. Você vê sua mudança sobre o texto dele.
window-profiles-keep-mine = Manter minha edição
window-profiles-take-theirs = Ficar com o dele
window-profiles-gone = {$name} saiu dos arquivos
window-profiles-gone-text = Outro programa o removeu ou renomeou. Sua edição continua aqui.

# Chaves temporárias que poderiam se renovar
window-profiles-renew-itself = Faça com que se renove
window-profiles-renew-itself-role = Estas chaves vieram da função {$role} em {$account}. Se {$source} puder assumi-la, {$name} vira um perfil de função e você não precisa mais colar chaves. As linhas coladas são removidas.
window-profiles-renew-itself-plain = Diga de qual função são estas chaves e que perfil pode assumi-la: {$name} vira um perfil de função e você não precisa mais colar chaves. As linhas coladas são removidas.
window-profiles-seen-setting = Vista em {$key}.
window-profiles-seen-session = Vista em {$key}, que nomeia a sessão. Acrescente o caminho, se a função tiver um.
window-profiles-seen-preferences = Da origem de renovação nas preferências.
window-profiles-try = Testar
window-profiles-trying = Consultando a AWS…
window-profiles-tried = {$source} pode assumir esta função. Nada foi gravado.
window-profiles-code = Código MFA
window-profiles-code-hint = Seis dígitos do dispositivo {$serial}
window-profiles-keep-keys = Manter chaves temporárias
window-profiles-convert = Fazer com que se renove…
window-profiles-paste-keys = Colar novas chaves…

# Colar
window-profiles-paste-title = Colar
window-profiles-paste-into = Novas chaves para {$name}
window-profiles-pasted-sts = Reconhecido: uma resposta do AWS STS
window-profiles-pasted-process = Reconhecido: a resposta de um credential_process
window-profiles-pasted-variables = Reconhecido: linhas que definem variáveis
window-profiles-pasted-section = Reconhecido: uma seção de um arquivo da AWS
window-profiles-paste-again = Ler de novo a área de transferência
window-profiles-paste-hint = Copie chaves, linhas export, uma seção de um arquivo da AWS ou o JSON que a AWS devolveu, e leia a área de transferência. Os segredos ficam ocultos.

# Primeiro uso
window-first-paste = Colar chaves ou uma resposta de assume-role
window-first-paste-hint = Chaves de acesso, linhas export ou o JSON que a AWS devolveu. Os segredos ficam ocultos.
window-first-create = Criar um perfil
window-first-create-hint = Uma função, SSO, identidade web ou um processo, com cada campo explicado.
window-first-nothing-yet = Ainda não há perfil da AWS. Nada é gravado antes de você confirmar.

window-choices = { $count ->
    [one] {$count} opção
   *[other] {$count} opções
}
