# Notificações: só quando alguém precisa agir.
notice-expiring = {$profile}: resta {$duration}
notice-expired = {$profile} expirou
notice-refused = {$profile} não pôde ser renovado
notice-wanted = Um programa espera por {$profile}
notice-clock = O relógio deste computador está errado
notice-several = { $count ->
    [one] {$count} sessão precisa de você
   *[other] {$count} sessões precisam de você
}
notice-how-click = A renovação silenciosa está desligada para este perfil: renove-o se ainda precisar dele.
notice-how-mfa = Uma nova sessão pede um código do seu dispositivo MFA.
notice-how-sign-in = Uma nova sessão pede um login no navegador.
notice-how-keys = São necessárias novas chaves em {$place}.
notice-needs-keys = precisa de novas chaves
notice-paste-keys = Colar novas chaves…
notice-renew = Renovar
notice-renew-asks = Renovar…
notice-diagnose = Diagnosticar
notice-copy-command = Copiar comando
notice-snooze = Adiar por {$duration}
notice-no-tray-host = O Sandglass está rodando, mas não há bandeja que o mostre
notice-no-tray-host-body = No GNOME, instale a extensão “AppIndicator and KStatusNotifierItem Support”. Até lá, `sandglass status` mostra suas sessões.
notice-open = Abrir o Sandglass
notice-test = É assim que o Sandglass avisa você
notice-test-body = Um aviso de verdade só vem quando uma sessão precisa de você, e diz o que falta.
