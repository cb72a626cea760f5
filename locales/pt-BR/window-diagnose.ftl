# A janela: Diagnóstico.
window-diagnose = Diagnóstico
window-diagnose-it = Diagnosticar
window-diagnose-one = Diagnosticar {$profile}
window-diagnose-profile = Perfil a diagnosticar
window-diagnose-plain = Nenhum perfil
window-diagnose-paste = Colar um erro…
window-diagnose-again = Verificar de novo
window-diagnose-checking = Verificando {$profile}…
window-diagnose-checking-plain = Verificando o que um simples comando aws usa aqui…
window-diagnose-order = Verificado na ordem em que a AWS CLI decide
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
window-diagnose-show-of = Mostrar as evidências de: {$name}
window-diagnose-hide-of = Ocultar as evidências de: {$name}
window-diagnose-symptoms = Explica
window-diagnose-also = Também encontrado
window-diagnose-said = Verificado. {$verdict}
window-diagnose-said-mended = Feito e verificado de novo. {$verdict}
window-diagnose-asks = {$what}…
window-diagnose-diff-first = Primeiro é mostrado como diff.
window-diagnose-terminals-keep = Os terminais já abertos mantêm o token até você executar o unset neles.
window-diagnose-copy-unset = Copiar unset para {$shell}
window-diagnose-copy-fix = Copiar: {$what}
window-diagnose-other-shells = Outros shells
window-diagnose-copied = O comando foi copiado. Execute-o em um terminal.
window-diagnose-write = { $count ->
    [one] Gravar o arquivo
   *[other] Gravar {$count} arquivos
}
window-diagnose-remove-variables = Removê-las
window-diagnose-write-hint = Só estas linhas mudam. O conteúdo atual é guardado como backup.
window-diagnose-paste-title = Colar um erro
window-diagnose-paste-label = O que a AWS CLI, um SDK, o Terraform ou o console disse
window-diagnose-paste-hint = Cole a mensagem inteira. Ela não sai deste computador.
window-diagnose-paste-first = Cole a mensagem primeiro.
window-diagnose-use-error = Verificar com este erro
window-diagnose-recognised = Reconhecido:
window-diagnose-of-operation = de
window-diagnose-not-recognised = O erro não foi reconhecido
window-diagnose-forget = Esquecer o erro
window-diagnose-terminals = O Sandglass vê as variáveis com que foi iniciado e as que os arquivos de shell definem, mas não o que há nos terminais abertos. Em um deles, execute `sandglass doctor`.
window-diagnose-report = Copiar relatório
window-diagnose-report-copied = O relatório foi copiado, sem segredos.
window-diagnose-report-masked = Copiar sem IDs de conta
window-diagnose-report-masked-copied = O relatório foi copiado, sem segredos nem IDs de conta.
