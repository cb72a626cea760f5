# O dia: o que aconteceu, o que virá e quando alguém é necessário.

window-day = O dia
window-day-hide = Ocultar o dia
window-day-hidden = O dia está oculto. Mostre-o novamente em Preferências.
window-show-day = Mostrar o dia
window-show-day-hint = Uma linha acima das sessões: renovações, expirações e quando você precisa agir
window-day-list = Em lista
window-day-calm = Nenhuma ação necessária nas próximas {$hours} horas
window-day-renewed = Renovado: {$profiles}
window-day-renewed-itself = Renovado automaticamente: {$profiles}
window-day-failed = Não renovado ({$reason}): {$profiles}
window-day-renews = Renovação automática: {$profiles}
window-day-expires = Expira: {$profiles}
window-day-click = Exige um clique: {$profiles}
window-day-mfa = Exige um código MFA: {$profiles}
window-day-sign-in = Exige login: {$profiles}
window-day-keys = Exige novas chaves: {$profiles}
