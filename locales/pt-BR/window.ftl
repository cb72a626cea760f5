# A janela e o pedido de códigos MFA.
window-views = Telas
window-sessions = Sessões
window-caches = Caches
window-preferences = Preferências
window-version = Sandglass {$version}
window-watched = { $count ->
    [one] Vigiando {$count} perfil
   *[other] Vigiando {$count} perfis
}
window-need-you = { $count ->
    [one] {$count} precisa de você
   *[other] {$count} precisam de você
}
window-not-loaded = O Sandglass não consegue mostrar as sessões
window-try-again = Tentar de novo
window-messages = Mensagens
window-close-message = Fechar mensagem
window-cancel = Cancelar
window-clear-search = Limpar busca
window-nothing-found = Nada corresponde a “{$query}”.
window-understood = Entendi
window-no-tray = No GNOME, instale a extensão “AppIndicator and KStatusNotifierItem Support” e entre de novo na sessão. Até lá, esta janela e `sandglass status` mostram suas sessões.
window-paused-hint = Enquanto isso, nenhuma renovação silenciosa e nenhuma notificação

# Sessões: a lista
window-needs-you = Precisa de você
window-watching = Vigiados
window-always-valid = Sempre válidos
window-others = Outros
window-next-click = Precisa de você: {$time}, para um clique
window-next-mfa = Precisa de você: {$time}, para um código MFA
window-next-sign-in = Precisa de você: {$time}, para fazer login
window-next-keys = Precisa de você: {$time}, para trazer novas chaves
window-search-profiles = { $count ->
    [one] Buscar em {$count} perfil
   *[other] Buscar em {$count} perfis
}
window-found = { $count ->
    [0] Nenhum perfil encontrado
    [one] {$count} perfil encontrado
   *[other] {$count} perfis encontrados
}
window-no-profiles = Não há nenhum perfil nos arquivos da AWS.
window-sort = Ordenar por: {$by}
window-sort-urgency = Urgência
window-sort-name = Nome
window-sort-account = Conta
window-renew = Renovar
window-renew-ask = Renovar…
window-renew-one = Renovar {$profile}
window-renew-one-ask = Renovar {$profile} com um código MFA…
window-renew-all-ask = Renovar tudo…
window-renew-many = { $count ->
    [one] Renovar {$count} sessão?
   *[other] Renovar {$count} sessões?
}
window-renew-many-text = Cada uma pede à AWS uma nova sessão. Perfis que precisam de um código MFA o pedem um após o outro.
window-none-to-renew = Nenhum perfil vigiado pode ser renovado aqui
window-copy-sign-in = Copiar comando de login
window-copy-sign-in-of = Copiar o comando de login de {$profile}
window-copied-sign-in = O comando de login foi copiado. Execute-o em um terminal.
window-needs-new-keys = {$profile} precisa de novas chaves, que só você pode trazer: coloque-as em {$place}.
window-nothing-to-renew = {$profile} não tem nada a renovar.
window-via = via

window-kind-role = Função
window-kind-keys = Chave de acesso
window-kind-temporary-keys = Chaves temporárias
window-kind-sso = SSO
window-kind-web-identity = Identidade web
window-kind-login = aws login
window-kind-process = Processo
window-kind-host = Este host
window-kind-none = Incompleto
window-kind-settings = Só configurações

window-expired = Expirado
window-broken = Com defeito
window-no-session = Ainda sem sessão
window-no-expiry = Não expira
window-unknown = Expiração desconhecida
window-on-demand = Sob demanda
window-renewing = Renovando…
window-renewed = renovado
window-long-term = chave de acesso permanente
window-not-recorded = não registrada junto às chaves
window-each-use = pedido a cada uso
window-no-credentials = Sem credenciais
window-settings-only = contém apenas configurações
window-one-click = um clique obtém uma
window-ago = há {$duration}
window-left = resta {$duration}
window-until = até {$time}
window-click-by = renovar até {$time}
window-mfa-by = código MFA até {$time}
window-sign-in-by = login até {$time}
window-keys-by = novas chaves até {$time}
window-new-keys-at = coloque novas chaves em {$place}

# Sessões: detalhes
window-details-of = Detalhes de {$profile}
window-close-details = Fechar detalhes
window-chain-and-settings = Cadeia e configurações
window-less = Menos
window-credentials = Credenciais
window-renews-at = renovação automática: {$time}
window-never = Nunca
window-not-needed = Não precisa de você
window-now = Agora
window-to-begin = Para começar
window-by = até {$time}
window-no-person = sem código MFA, sem login
window-for-click = para um clique: a renovação silenciosa está desligada
window-for-mfa = para um código MFA
window-for-sign-in = para fazer login
window-for-keys = para novas chaves
window-quiet-until = notificações silenciadas até {$time}
window-watch = Vigiar
window-watch-hint = mostrado na bandeja e protegido
window-keep-fresh = Manter renovado
window-keep-fresh-hint = renovado em silêncio quando ninguém é necessário
window-label = Etiqueta
window-label-hint = uma palavra e uma cor suas
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
window-chain = Cadeia
window-renewed-from = Renovado a partir de
window-method-role = função
window-method-web-identity = função com identidade web
window-method-keys = chave de acesso
window-method-variables = variáveis
window-method-sso = IAM Identity Center
window-method-login = aws login
window-method-process = processo
window-method-host = este host
window-cached = no cache da AWS CLI
window-settings = Configurações e de onde vêm
window-setting = Configuração
window-value = Valor
window-from = Origem
window-overrides = substitui
window-history = Últimas 24 horas
window-nothing-happened = Nada aconteceu com esta sessão.
window-renewed-until = renovado, até {$time}
window-renewed-itself = renovou-se sozinho
window-renewed-itself-until = renovou-se sozinho, até {$time}

window-copy-of = Copiar algo de {$profile}
window-copy-name = Nome do perfil
window-copy-argument = Argumento para a AWS CLI
window-copy-export = Linha para um shell
window-copy-renew-command = Comando para renová-lo
window-copy-process = Linha para um arquivo config da AWS
window-copy-keys = Chaves, apagadas da área de transferência após 60 s
window-copied = Copiado: {$what}
window-copied-keys = Chaves para {$shell} copiadas. A área de transferência é limpa após 60 s.

window-said-renewed = {$profile} foi renovado.
window-said-renewed-until = {$profile} foi renovado, até {$time}.
window-said-failed = {$profile} não pôde ser renovado: {$reason}.
window-said-needs-you = {$profile} precisa de você.

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
window-no-caches = Não há nada nos caches das ferramentas da AWS.
window-owner = Dono
window-kind = Tipo
window-expires = Expira em
window-size = Tamanho
window-file = Arquivo
window-choose-all = Escolher tudo
window-no-profile = nenhum perfil
window-not-known = desconhecida
window-cannot-be-read = não pode ser lido
window-cache-role = Sessão de função
window-cache-web-identity = Sessão de identidade web
window-cache-sso = Credenciais de função por SSO
window-cache-sso-token = Token de SSO
window-cache-registration = Registro de cliente
window-cache-damaged = Sessão danificada
window-cache-other = Arquivo desconhecido
window-costs-nothing = Removê-lo não custa nada
window-costs-renewal = Se for removido, o próximo comando obtém sozinho uma nova sessão
window-costs-you = Se for removido, você terá de fazer login ou digitar um código de novo
window-not-ours = Ninguém conhece este arquivo: o Sandglass não mexe nele
window-selected = { $count ->
    [0] Nenhum de {$all} selecionado
    [one] {$count} de {$all} selecionado, {$size}
   *[other] {$count} de {$all} selecionados, {$size}
}
window-caches-hint = O que expirou é removido na hora. Sobre uma sessão ainda em uso, pergunta-se antes.
window-clean-expired = { $count ->
    [0] Nenhum expirado
    [one] Limpar {$count} expirado
   *[other] Limpar {$count} expirados
}
window-clean-expired-caches = { $count ->
    [one] Limpar {$count} cache expirado
   *[other] Limpar {$count} caches expirados
}
window-clean-selected = Limpar seleção ({$count})
window-clean-selected-ask = Limpar seleção ({$count})…
window-clean-all = Limpar tudo…
window-clean = Limpar
window-clean-title = { $count ->
    [one] Limpar {$count} arquivo, {$size}?
   *[other] Limpar {$count} arquivos, {$size}?
}
window-clean-nothing = { $count ->
    [one] {$count} expirou ou está danificado: ninguém sentirá falta.
   *[other] {$count} expiraram ou estão danificados: ninguém sentirá falta.
}
window-clean-renewed = { $count ->
    [one] {$count} ainda é válido: o próximo comando obtém sozinho uma nova sessão.
   *[other] {$count} ainda são válidos: os próximos comandos obtêm sozinhos novas sessões.
}
window-clean-needs-you = { $count ->
    [one] {$count} precisará de você depois: um login ou um código MFA.
   *[other] {$count} precisarão de você depois: um login ou um código MFA cada.
}
window-cleaned = { $count ->
    [one] {$count} arquivo de cache removido.
   *[other] {$count} arquivos de cache removidos.
}

# Preferências
window-at-once = As mudanças valem na hora
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
window-show-notifications-hint = só quando alguém é necessário
window-first-notice = Primeiro aviso
window-first-notice-hint = quando alguém for necessário em até
window-last-notice = Último aviso
window-last-notice-hint = mais uma vez, se nada foi feito; vazio: nenhum
window-snooze = Adiar
window-snooze-hint = por quanto tempo uma notificação adiada fica quieta
window-test-notification = Notificação de teste
window-test-notification-hint = enviada como seria uma verdadeira
window-send = Enviar
window-notification-sent = Uma notificação foi enviada. Não apareceu? Veja as configurações de notificação do sistema.
window-keep-fresh-default = Manter renovado por padrão
window-keep-fresh-default-hint = renovar em silêncio o que não precisa de ninguém
window-start-at-login = Iniciar com o sistema
window-start-at-login-hint = na bandeja, sem janela
window-appearance = Aparência
window-language = Idioma
window-theme = Tema
window-time-format = Formato de hora
window-system = Sistema
window-light = Claro
window-dark = Escuro
window-network = Rede
window-proxy = Proxy
window-proxy-hint = usado em toda chamada à AWS, exceto para os hosts abaixo
window-no-proxy = Sem proxy para
window-no-proxy-hint = hosts separados por vírgulas
window-ca-bundle = Pacote de CAs
window-ca-bundle-hint = um arquivo PEM com os certificados confiáveis
window-test-network = Testar a conexão
window-test-network-hint = consulta o AWS STS com estas configurações
window-test = Testar
window-asking = Consultando…
window-network-works = {$endpoint} respondeu
window-files-in-use = Arquivos em uso
window-files-hint = as variáveis dos seus shells não são vistas aqui
window-file-config = Config
window-file-credentials = Credenciais
window-file-cache = Cache da AWS CLI
window-file-preferences = Preferências
window-file-log = Log
window-origin-default = padrão
window-origin-variable = de uma variável
window-origin-preference = sua escolha
window-not-there = ainda não existe
window-open = Abrir
window-open-log = Abrir o log
window-about = Sobre
window-diagnostics-hint = versões, configurações e estados, sem segredos
window-copy-diagnostics = Copiar diagnóstico
window-diagnostics-copied = Diagnóstico copiado, sem segredos.

# Primeira execução
window-welcome = Boas-vindas ao Sandglass
window-try-demo = Experimentar a demonstração
window-try-demo-hint = Uma AWS embutida no Sandglass, com perfis que expiram em minutos. Seus arquivos ficam intactos.
window-waits = Esta página some sozinha quando surgir um perfil.
window-where-written = Onde serão gravados arquivos
window-other-places = Usar outros locais…
window-written-config = perfis, funções, regiões
window-written-credentials = chaves, quando um perfil as guarda
window-written-cache = sessões de funções, compartilhadas com a AWS CLI
window-written-preferences = preferências, sem segredos
window-made-with = modo {$mode}
window-only-aws = Nada é enviado a lugar algum além da AWS.

# Fechá-la com edições
window-leave-title = Fechar sem gravar?
window-leave-text = { $count ->
    [one] O que você mudou aqui ainda não está nos seus arquivos da AWS:
   *[other] O que você mudou nestes {$count} ainda não está nos seus arquivos da AWS:
}
window-leave-discard = Descartar as mudanças

# O pedido de códigos MFA
window-mfa-for = Código MFA para {$profile}
window-code = Código MFA, seis dígitos
window-code-changes = O código muda em {$seconds} s
window-next-code = Próximo código em {$seconds} s
window-mfa-refused = A AWS recusou este código. Espere o próximo: cada um vale uma vez.
window-asking-aws = Consultando a AWS…
window-also-renew = Renovar com o mesmo código:
