# A janela e o pedido de códigos MFA.
window-views = Telas
window-sessions = Sessões
window-caches = Caches
window-preferences = Preferências
window-version = Sandglass {$version}
window-watched = { $count ->
    [one] {$count} perfil acompanhado
   *[other] {$count} perfis acompanhados
}
window-need-you = { $count ->
    [one] {$count} exige ação
   *[other] {$count} exigem ação
}
window-not-loaded = Não foi possível carregar suas sessões
window-try-again = Tentar novamente
window-messages = Mensagens
window-close-message = Fechar mensagem
window-details = Detalhes
window-open-file = Abrir o arquivo
window-broken-lines = As linhas em torno de {$place}
window-broken-more = { $count ->
    [one] Há mais {$count} linha com erro neste arquivo.
   *[other] Há mais {$count} linhas com erro neste arquivo.
}
window-fix-ask = Corrigir…
window-fix-title = Corrigir {$path}?
window-fix-now = Corrigir
window-waiting = Aguardando
window-waiting-for = {$file}
window-open-place = Abrir {$place} no seu editor
window-cancel = Cancelar
window-clear-search = Limpar busca
window-nothing-found = Nada corresponde a “{$query}”.
window-understood = Entendi
window-no-tray = No GNOME, instale a extensão “AppIndicator and KStatusNotifierItem Support”, encerre a sessão e entre novamente. Até lá, use esta janela.
window-paused-hint = Sem renovações automáticas e sem notificações

# Sessões: a lista
window-needs-you = Exigem ação
window-watching = Acompanhados
window-always-valid = Nada a renovar
window-others = Não acompanhados
window-next-click = A seguir: renovar {$profile} até {$time}
window-next-mfa = A seguir: código MFA de {$profile} até {$time}
window-next-sign-in = A seguir: login de {$profile} até {$time}
window-next-keys = A seguir: novas chaves de {$profile} até {$time}
window-search = Buscar
window-search-profiles = { $count ->
    [one] Buscar em {$count} perfil
   *[other] Buscar em {$count} perfis
}
window-found = { $count ->
    [0] Nenhum perfil encontrado
    [one] {$count} perfil encontrado
   *[other] {$count} perfis encontrados
}
window-no-profiles = Nenhum perfil nos arquivos da AWS
window-sort = Ordenar por: {$by}
window-sort-urgency = Urgência
window-sort-name = Nome
window-sort-account = Conta
window-renew = Renovar
window-renew-ask = Renovar…
window-renew-one = Renovar {$profile}
window-renew-one-ask = Renovar {$profile} com um código MFA…
window-renew-many = { $count ->
    [one] Renovar {$count} sessão?
   *[other] Renovar {$count} sessões?
}
window-renew-many-text = O Sandglass pede à AWS uma nova sessão para cada perfil. Os que exigem um código MFA o pedem um após o outro.
window-none-to-renew = Nenhum perfil acompanhado pode ser renovado aqui
window-sign-in = Fazer login
window-sign-in-of = Fazer login para {$profile}
window-signing-in = Aguardando o navegador…
window-signing-in-link = Copie o link e abra-o em um navegador
window-signing-in-code = código {$code}
window-cancel-sign-in = Cancelar login
window-cancel-sign-in-of = Cancelar o login para {$profile}
window-copy-sign-in-link = Copiar link
window-copied-sign-in-link = Link copiado. Abra-o em um navegador deste computador.
window-copy-sign-in = Copiar comando de login
window-copy-sign-in-of = Copiar o comando de login de {$profile}
window-paste-keys-of = Colar novas chaves em {$profile}…
window-copied-sign-in = Comando de login copiado. Execute-o em um terminal.
window-nothing-to-renew = {$profile} não tem nada a renovar.
window-via = via

window-kind-role = Função
window-kind-keys = Chaves de acesso
window-kind-temporary-keys = Chaves temporárias
window-kind-sso = SSO
window-kind-web-identity = Identidade da web
window-kind-login = aws login
window-kind-process = Processo
window-kind-host = Este host
window-kind-none = Incompleto
window-kind-settings = Só configurações

window-expired = Expirou
window-broken = Perfil inválido
window-no-session = Sem sessão
window-no-expiry = Não expira
window-unknown = Expiração desconhecida
window-on-demand = Sob demanda
window-renewing = Renovando…
window-renewed = renovada
window-long-term = chave de acesso de longo prazo
window-not-recorded = sem data junto às chaves
window-each-use = credenciais obtidas a cada uso
window-no-credentials = Sem credenciais
window-settings-only = só configurações
window-one-click = clique em Renovar para obter
window-ago = há {$duration}
window-left = expira em {$duration}
window-until = até {$time}
window-click-by = renove até {$time}
window-mfa-by = código MFA até {$time}
window-sign-in-by = login até {$time}
window-keys-by = novas chaves até {$time}
window-new-keys = cole novas chaves
window-new-keys-at = cole novas chaves ({$place})

# Sessões: detalhes
window-details-of = Detalhes de {$profile}
window-close-details = Fechar detalhes
window-chain-and-settings = Cadeia de credenciais e configurações
window-less = Menos
window-credentials = Credenciais
window-credentials-expired = Expiradas
window-your-action = Sua ação
window-renews-at = próxima renovação: {$time}
window-never = Nenhuma
window-not-needed = Nenhuma ação necessária
window-now = Agora
window-to-begin = Primeiro
window-by = até {$time}
window-no-person = não exige MFA nem login
window-for-click = renove você mesmo: “Renovar automaticamente” está desligado
window-for-mfa = um código MFA
window-for-sign-in = um login
window-for-keys = novas chaves
window-quiet-until = notificações silenciadas até {$time}
window-watch = Acompanhar
window-watch-hint = Aparece na bandeja e avisa antes de expirar
window-keep-fresh = Renovar automaticamente
window-keep-fresh-hint = Quando não exigir MFA nem login
window-label = Rótulo
window-label-hint = Aparece ao lado do nome, como “prod” em vermelho
window-label-example = prod
window-color = Cor
window-gray = Cinza
window-red = Vermelho
window-orange = Laranja
window-yellow = Amarelo
window-green = Verde
window-blue = Azul
window-purple = Roxo
window-set = Definir…
window-change = Alterar…
window-save = Salvar
window-chain = Cadeia de credenciais
window-renewed-from = Renovado a partir de
window-method-role = função
window-method-web-identity = função com identidade da web
window-method-keys = chaves de acesso
window-method-temporary-keys = chaves temporárias
window-method-variables = variáveis
window-method-sso = IAM Identity Center
window-method-login = aws login
window-method-process = processo
window-method-host = este host
window-cached = no cache da AWS CLI
window-keys-expired = expiraram há {$duration}
window-settings = Configurações e de onde vêm
window-setting = Configuração
window-value = Valor
window-from = Origem
# O botão que um valor é: o que faz, e o valor.
window-copy-setting = Copiar {$name}: {$value}
window-overrides = prevalece sobre
window-history = Últimas 24 horas
window-nothing-happened = Nada aconteceu
window-renewed-until = renovada, até {$time}
window-renewed-itself = renovada automaticamente
window-renewed-itself-until = renovada automaticamente, até {$time}

window-copy-of = Copiar de {$profile}
window-copy-name = Nome do perfil
window-copy-argument = Opção --profile
window-copy-export = Comando export
window-copy-renew-command = Comando de renovação
window-copy-process = Linha credential_process
window-copy-keys = Credenciais como variáveis (apagadas da área de transferência após 60 s)
window-copied = Copiado: {$what}
window-copied-keys = Credenciais para {$shell} copiadas. A área de transferência é limpa após 60 s.

window-said-renewed = {$profile} foi renovado.
window-said-renewed-until = {$profile} foi renovado, até {$time}.
window-said-failed = Não foi possível renovar {$profile}: {$reason}.
window-said-needs-you = {$profile} exige ação.

# Caches
window-search-entries = { $count ->
    [one] Buscar em {$count} item
   *[other] Buscar em {$count} itens
}
window-found-entries = { $count ->
    [0] Nenhum item encontrado
    [one] {$count} item encontrado
   *[other] {$count} itens encontrados
}
window-no-caches = Os caches da AWS estão vazios
window-owner = Perfil
window-kind = Tipo
window-expires = Validade
window-size = Tamanho
window-file = Arquivo
window-choose-all = Selecionar tudo
window-no-profile = sem perfil
window-not-known = desconhecida
window-cannot-be-read = ilegível
window-cache-role = Sessão de função
window-cache-web-identity = Sessão da web
window-cache-sso = Credenciais SSO
window-cache-sso-token = Token SSO
window-cache-mfa-session = Sessão MFA
window-cache-of-device = {$kind}: {$serial}, chaves do usuário {$key}
window-cache-registration = Registro SSO
window-cache-damaged = Sessão danificada
window-cache-other = Desconhecido
window-costs-nothing = Pode ser limpo sem perda
window-costs-renewal = Se você o limpar, o próximo comando obtém uma nova sessão automaticamente
window-costs-you = Se você o limpar, será preciso fazer login ou digitar um código MFA novamente
window-not-ours = Não é um arquivo de cache conhecido: o Sandglass não mexe nele
window-selected = { $count ->
    [0] 0 de {$all} selecionados
    [one] {$count} de {$all} selecionado, {$size}
   *[other] {$count} de {$all} selecionados, {$size}
}
window-caches-hint = Arquivos expirados são limpos na hora. Antes de limpar uma sessão em uso, o Sandglass pergunta.
window-clean-expired = { $count ->
    [0] Nada a limpar
   *[other] Limpar caches ({$count})
}
window-clean-selected = Limpar selecionados ({$count})
window-clean-selected-ask = Limpar selecionados ({$count})…
window-clean-all = Limpar tudo…
window-clean = Limpar
window-clean-undo = Você pode desfazer isso por 10 minutos.
window-clean-title = { $count ->
    [one] Limpar {$count} arquivo, {$size}?
   *[other] Limpar {$count} arquivos, {$size}?
}
window-clean-nothing = { $count ->
    [one] {$count} arquivo expirou ou está danificado e pode ser limpo sem perda.
   *[other] {$count} arquivos expiraram ou estão danificados e podem ser limpos sem perda.
}
window-clean-renewed = { $count ->
    [one] {$count} sessão ainda é válida: o próximo comando obtém uma nova sessão automaticamente.
   *[other] {$count} sessões ainda são válidas: os próximos comandos obtêm novas sessões automaticamente.
}
window-clean-needs-you = { $count ->
    [one] {$count} sessão vai exigir um login ou um código MFA depois.
   *[other] {$count} sessões vão exigir um login ou um código MFA depois.
}
window-cleaned = { $count ->
    [one] {$count} arquivo de cache removido.
   *[other] {$count} arquivos de cache removidos.
}
window-caches-restored = { $count ->
    [0] Nenhum arquivo de cache restaurado.
    [one] {$count} arquivo de cache restaurado.
   *[other] {$count} arquivos de cache restaurados.
}

# Preferências
window-at-once = As alterações são aplicadas na hora
window-on = ligado
window-off = desligado
window-none = nenhum
window-min = min
window-not-minutes = Digite um número inteiro de minutos, 1 ou mais.
window-reset-of = Restaurar {$name} para: {$value}
window-reset-to = Restaurar para: {$value}
window-overridden = {$variable} está definida e prevalece sobre isto
window-notifications = Notificações
window-show-notifications = Mostrar notificações
window-show-notifications-hint = Só quando você precisa agir
window-first-notice = Primeiro aviso
window-first-notice-hint = Com esta antecedência
window-last-notice = Último aviso
window-last-notice-hint = Repete o aviso se nada foi feito (vazio: não repete)
window-mfa = MFA
window-mfa-session = Guardar sessões MFA
window-mfa-session-hint = Um código vale por este tempo para todas as funções de um dispositivo (15 a 2160 minutos)
window-mfa-session-minutes = { $count ->
    [0] {$count} minuto
    [one] {$count} minuto
   *[other] {$count} minutos
}
window-mfa-command-hint = Um comando que imprime o código, executado sem shell; vazio: o código é pedido a você
window-sign-ins = Login
window-browser-hint = Qual navegador é aberto para este login: um comando com %u no lugar do endereço, como firefox -P work %u, ou “copy” para apenas copiar o link; vazio: o de costume
window-backups = Guardar backups
window-backups-hint = Por quanto tempo ficam guardados os backups e o que pode ser desfeito
window-days = dias
window-backup-days = { $count ->
    [one] {$count} dia
   *[other] {$count} dias
}
window-snooze = Adiar
window-snooze-hint = Por quanto tempo uma notificação adiada fica em silêncio
window-test-notification = Notificação de teste
window-test-notification-hint = Envia um exemplo
window-send = Enviar
window-notification-sent = Notificação enviada. Não apareceu? Verifique as configurações de notificação do sistema.
window-keep-fresh-default = Renovar automaticamente por padrão
window-keep-fresh-default-hint = Quando não exigir MFA nem login
window-start-at-login = Iniciar com o computador
window-start-at-login-hint = Na bandeja, sem janela
window-appearance = Aparência
window-language = Idioma
window-theme = Tema
window-time-format = Formato de hora
window-system = Sistema
window-light = Claro
window-dark = Escuro
window-network = Rede
window-proxy = Proxy
window-proxy-hint = Para todas as chamadas à AWS, exceto para os hosts abaixo
window-no-proxy = Sem proxy para
window-no-proxy-hint = Hosts separados por vírgulas
window-ca-bundle = Pacote de certificados de CA
window-ca-bundle-hint = Um arquivo PEM com os certificados confiáveis
window-test-network = Testar a conexão
window-test-network-hint = Chama o AWS STS com estas configurações
window-test = Testar
window-asking = Consultando…
window-network-works = {$endpoint} respondeu
window-files-in-use = Arquivos em uso
window-files-hint = AWS_CONFIG_FILE e outras variáveis definidas só em um shell não são vistas aqui
window-file-config = config
window-file-credentials = credentials
window-file-cache = Cache da AWS CLI
window-file-preferences = Preferências
window-file-log = Log
window-origin-default = padrão
window-origin-variable = de uma variável
window-origin-preference = sua escolha
window-not-there = ainda não existe
window-open = Abrir
window-editor = Editor
window-editor-hint = Abre arquivos em uma linha. Se vazio: VISUAL, EDITOR ou um editor encontrado neste computador.
window-editor-try = Testar o editor
window-try = Testar
window-open-preferences = Abrir o arquivo de preferências
window-open-log = Abrir o log
window-about = Sobre
window-diagnostics-hint = Versões, configurações e estados, sem segredos
window-copy-diagnostics = Copiar diagnóstico
window-diagnostics-copied = Diagnóstico copiado, sem segredos.

# Primeira execução
window-welcome = Boas-vindas ao Sandglass
window-try-demo = Experimentar a demonstração
window-try-demo-hint = Uma AWS simulada, com perfis que expiram em minutos. Seus arquivos ficam intactos.
window-waits = Esta página desaparece assim que houver um perfil.
window-where-written = Arquivos que o Sandglass usa
window-other-places = Usar outros locais…
window-written-config = perfis, funções, regiões
window-written-credentials = chaves, quando um perfil as guarda
window-written-cache = sessões de funções, compartilhadas com a AWS CLI
window-written-sign-ins = logins do IAM Identity Center, compartilhados com a AWS CLI
window-written-preferences = preferências, sem segredos
window-made-with = permissões {$mode}
window-only-aws = O Sandglass não envia nada a ninguém além da AWS.

# Fechá-la com edições
window-in-place-title = Gravar diretamente no arquivo?
window-in-place-write = Gravar
window-in-place-hint = Um programa que leia o arquivo nesse momento pode ver só metade dele. O conteúdo atual fica guardado em um backup.
window-leave-title = Fechar sem salvar?
window-leave-text = { $count ->
    [one] Suas alterações neste perfil não foram salvas:
   *[other] Suas alterações nestes {$count} perfis não foram salvas:
}
window-leave-discard = Descartar alterações
window-leave-blocked = Não é possível salvar {$name}: {$reason}

# O pedido de códigos MFA
window-mfa-for = Código MFA para {$profile}
window-code = Código MFA, seis dígitos
window-code-changes = O código muda em {$seconds} s
window-next-code = Próximo código em {$seconds} s
window-mfa-refused = A AWS recusou este código. Espere o próximo: cada código vale uma vez.
window-asking-aws = Consultando a AWS…
window-also-renew = Renovar com o mesmo código:
window-renewals-wait = expirada: as renovações aguardam
window-watched-none = Nenhum perfil acompanhado
window-unwatched = Este sistema não avisa quando arquivos mudam: alterações de outros programas aparecem alguns segundos depois
window-offline-valid = { $count ->
    [one] Sem conexão com a AWS. {$count} sessão ainda é válida, até {$time}.
   *[other] Sem conexão com a AWS. {$count} sessões ainda são válidas, a primeira até {$time}.
}
window-keep-fresh-not-watched = Só funciona com o perfil acompanhado
window-keep-fresh-mfa = Impossível: cada nova sessão exige um código MFA
window-keep-fresh-sign-in = Impossível: cada nova sessão exige um login
window-keep-fresh-first = Começa depois da primeira renovação feita por você
window-pause-for = Pausar por…
