# A bandeja: linhas do menu, dica.
duration-moment = menos de 1 min
duration-minutes = {$minutes} min
duration-hours = {$hours} h
duration-hours-minutes = {$hours} h {$minutes} min
duration-days = {$days} d
duration-days-hours = {$days} d {$hours} h

session-left = {$duration}
session-expired = expirou há {$duration}
session-expired-now = acabou de expirar
session-signed-out = sem sessão
session-no-expiry = não expira
session-unknown = expiração desconhecida
session-settings-only = só configurações
session-renewing = renovando…
session-renewed = renovada
session-needs-mfa = exige MFA
session-sign-in-link = abra o link de login
session-signing-in = aguardando o navegador…
tray-sign-in-link = Copiar link de login ({$session})
tray-sign-in-cancel = Cancelar login ({$session})
tray-sign-in-code = A página deve mostrar o código {$code}
session-needs-sign-in = exige login
session-renewal-failed = falha na renovação: {$reason}

tray-renew-all = Renovar tudo
tray-renew-one = Renovar {$profile}
tray-renew-one-ask = Renovar {$profile}…
tray-renew-some = { $count ->
    [one] Renovar {$count} sessão
   *[other] Renovar {$count} sessões
}
tray-renew-some-ask = { $count ->
    [one] Renovar {$count} sessão…
   *[other] Renovar {$count} sessões…
}
tray-more = Mais
tray-quit = Sair
tray-no-profiles = Nenhum perfil da AWS em {$path}
tray-choose-profiles = Escolher perfis para mostrar aqui…
tray-copied = comando copiado
tray-file-broken = ✕ {$place} está com erro…
tray-problem = ✕ {$reason}…
tray-need-you = { $count ->
    [one] {$count} exige ação
   *[other] {$count} exigem ação
}
tray-live = { $count ->
    [one] {$count} válida, expira em {$duration}
   *[other] {$count} válidas, a primeira expira em {$duration}
}
tray-none-live = Sem sessão
tray-nothing-shown = Nenhum perfil aparece aqui ainda
tray-title = Sandglass
tray-and-more = e mais {$count}

tray-copy = Copiar
tray-find = Buscar um perfil…
tray-switcher-title = Buscar um perfil
tray-clean-expired = Limpar caches ({$count})
tray-pause = Pausar
tray-pause-hour = Por uma hora
tray-pause-tomorrow = Até amanhã
tray-pause-until-resumed = Até eu retomar
tray-resume = Retomar
tray-paused = Em pausa por mais {$duration}
tray-paused-until-resumed = Em pausa
tray-offline-valid = { $count ->
    [one] Sem conexão com a AWS: {$count} válida, expira em {$duration}
   *[other] Sem conexão com a AWS: {$count} válidas, a 1ª expira em {$duration}
}
tray-offline = Sem conexão com a AWS: as renovações aguardam
tray-clock = O relógio deste computador está errado: as renovações aguardam
tray-demo = Demonstração: uma AWS simulada, não os seus arquivos
tray-diagnose = Diagnosticar…
tray-settings = Abrir o Sandglass
tray-demo-codes = Códigos MFA: 111111, 222222, … (cada um vale uma vez)
tray-prompt-title = Código MFA para {$profile}
