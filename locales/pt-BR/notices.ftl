# Notificações: só quando alguém precisa agir.
notice-expiring = {$profile} expira em {$duration}
notice-expired = {$profile} expirou
notice-refused = Não foi possível renovar {$profile}
notice-wanted = Um programa está esperando por {$profile}
notice-clock = O relógio deste computador está errado
notice-several = { $count ->
    [one] {$count} sessão precisa de você
   *[other] {$count} sessões precisam de você
}
notice-how-click = “Manter renovado” está desligado para este perfil. Renove-o se ainda precisar dele.
notice-how-mfa = Digite um código MFA para renovar.
notice-how-sign-in = Faça login no navegador para renovar.
notice-how-keys = Cole novas chaves ({$place}).
notice-needs-keys = precisa de novas chaves
notice-paste-keys = Colar novas chaves…
notice-renew = Renovar
notice-renew-asks = Renovar…
notice-diagnose = Diagnosticar
notice-copy-command = Copiar comando
notice-snooze = Adiar por {$duration}
notice-no-tray-host = O Sandglass está em execução, mas não há bandeja neste ambiente
notice-no-tray-host-body = No GNOME, instale a extensão “AppIndicator and KStatusNotifierItem Support”. Até lá, use a janela.
notice-open = Abrir o Sandglass
notice-test = Notificação de teste
notice-test-body = O Sandglass só notifica quando uma sessão precisa de você.
