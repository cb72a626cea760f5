# Notificações: só quando alguém precisa agir.
notice-expiring = {$profile} expira em {$duration}
notice-expired = {$profile} expirou
notice-refused = Não foi possível renovar {$profile}
notice-wanted = Um programa está esperando por {$profile}
notice-clock = O relógio deste computador está errado
notice-several = { $count ->
    [one] {$count} sessão exige ação
   *[other] {$count} sessões exigem ação
}
notice-next-click = “Renovar automaticamente” está desligado para este perfil. Renove-o se ainda precisar dele.
notice-next-mfa = Digite um código MFA para renovar.
notice-sign-in = Fazer login
notice-sign-in-serves = { $count ->
    [one] Mais {$count} perfil usa este login.
   *[other] Mais {$count} perfis usam este login.
}
notice-next-sign-in = Faça login no navegador para renovar.
notice-next-keys = Cole novas chaves ({$place}).
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
notice-test-body = O Sandglass só notifica quando uma sessão exige ação.

# O que fez um clique em “Limpar” na bandeja
notice-cleaned = { $count ->
    [0] Nenhum cache limpo
    [one] {$count} cache limpo
   *[other] {$count} caches limpos
}
notice-cleaned-body = É possível desfazer por 10 minutos.
notice-undo = Desfazer
notice-restored = { $count ->
    [0] Nenhum cache restaurado
    [one] {$count} cache restaurado
   *[other] {$count} caches restaurados
}
caches-newer = { $count ->
    [0] Nenhum foi substituído por uma sessão mais nova.
    [one] {$count} já foi substituído por uma sessão mais nova, que fica.
   *[other] {$count} já foram substituídos por sessões mais novas, que ficam.
}
