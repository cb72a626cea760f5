# A janela: Diagnóstico.
window-diagnose = Diagnóstico
window-diagnose-it = Diagnosticar
window-diagnose-one = Diagnosticar {$profile}
window-diagnose-profile = Perfil a diagnosticar
window-diagnose-plain = Novo terminal
window-diagnose-paste = Colar um erro…
window-diagnose-again = Verificar novamente
window-diagnose-outdated = Verificado às {$time}. Seus arquivos mudaram desde então.
window-diagnose-checking = Verificando {$profile}…
window-diagnose-checking-plain = Verificando o que um comando aws sem perfil usa aqui…
window-diagnose-order = Verificado na ordem que a AWS CLI usa
window-diagnose-running = { $count ->
    [0] Verificando…
    [one] {$count} verificação até agora…
   *[other] {$count} verificações até agora…
}
window-diagnose-checks = { $count ->
    [one] {$count} verificação, {$time}
   *[other] {$count} verificações, {$time}
}
window-diagnose-show = Mostrar
window-diagnose-hide = Ocultar
window-diagnose-show-of = Mostrar evidências: {$name}
window-diagnose-hide-of = Ocultar evidências: {$name}
window-diagnose-symptoms = Explica
window-diagnose-also = Também encontrado
window-diagnose-said = Verificado. {$verdict}
window-diagnose-said-fixed = Corrigido e verificado novamente. {$verdict}
window-diagnose-asks = {$what}…
window-diagnose-diff-first = Você revê o diff antes que algo seja salvo.
window-diagnose-terminals-keep = Os terminais abertos mantêm as variáveis até você executar o comando unset neles.
window-diagnose-copy-unset = Copiar unset para {$shell}
window-diagnose-copy-fix = Copiar comando: {$what}
window-diagnose-other-shells = Outros shells
window-diagnose-copied = Comando copiado. Execute-o em um terminal.
window-diagnose-write = { $count ->
    [one] Alterar o arquivo
   *[other] Alterar {$count} arquivos
}
window-diagnose-remove-lines = { $count ->
    [one] Remover {$count} linha
   *[other] Remover {$count} linhas
}
window-diagnose-remove-variables = Remover variáveis
window-diagnose-write-hint = Só estas linhas mudam. O Sandglass guarda um backup do arquivo.
window-diagnose-paste-title = Colar um erro
window-diagnose-paste-label = O erro da AWS CLI, de um SDK, do Terraform ou do console
window-diagnose-paste-hint = Cole a mensagem inteira. Ela não sai deste computador.
window-diagnose-paste-first = Cole a mensagem antes.
window-diagnose-use-error = Verificar com este erro
window-diagnose-recognised = Reconhecido:
window-diagnose-of-operation = de
window-diagnose-not-recognised = O erro não foi reconhecido
window-diagnose-forget = Esquecer o erro
window-diagnose-terminals = O Sandglass vê as variáveis com que foi iniciado e as que os arquivos do shell definem, mas não as dos terminais abertos. Para verificar um deles, execute “sandglass doctor” nele.
window-diagnose-report = Copiar relatório
window-diagnose-report-copied = Relatório copiado, sem segredos.
window-diagnose-report-masked = Copiar sem IDs de conta
window-diagnose-report-masked-copied = Relatório copiado, sem segredos nem IDs de conta.
