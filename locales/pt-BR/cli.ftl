# A linha de comando (os textos de ajuda são só em inglês: são o manual).
cli-header-profile = PERFIL
cli-header-state = ESTADO
cli-header-left = RESTA
cli-header-renew = RENOVA
cli-header-source = ORIGEM
cli-state-fresh = válida
cli-state-expiring = expirando
cli-state-expired = expirada
cli-state-signed_out = sem sessão
cli-state-no_expiry = não expira
cli-state-unknown = desconhecido
cli-state-broken = com defeito
cli-state-none = só configurações
cli-renew-silent = sozinho
cli-renew-mfa = código MFA
cli-renew-sign_in = login
cli-renew-no = —
cli-ago = há {$duration}
cli-no-profiles = Nenhum perfil da AWS: nem {$config} nem {$credentials} tem um.
cli-renewing = Renovando {$profile} ({$number} de {$total})…
cli-renewed = {$profile}: renovado, resta {$duration}
cli-still-fresh = {$profile}: ainda válido, resta {$duration}
cli-never-expires = {$profile}: chaves permanentes, nada a renovar
cli-nothing-to-renew = Nenhum perfil vigiado pode ser renovado sem você.
cli-error = erro: {$message}
cli-next = → {$step}
cli-mfa-prompt = Código MFA de {$serial}:{" "}
cli-watching = { $count ->
    [one] Vigiando {$profiles}
   *[other] Vigiando {$profiles}
}
cli-watching-nothing = Sem perfis vigiados
cli-refresh = {$profile}: suas chaves são renovadas a partir de {$role}, assumida por {$source}
cli-header-kind = TIPO
cli-header-size = TAMANHO
cli-header-file = ARQUIVO
cli-cache-empty = Os caches estão vazios.
cli-cache-nothing = Nada a limpar.
cli-cache-removed = Removido: {$file} ({$kind}, perfil {$profile})
cli-cache-would-remove = Seria removido: {$file} ({$kind}, perfil {$profile})
cli-header-preference = PREFERÊNCIA
cli-header-value = VALOR
cli-preference-default = {$value} (padrão)
