# Linhas das listas da janela: teclas, menus, a escolha do que é acompanhado.

# Atalhos de teclado
window-shortcuts = Atalhos de teclado
window-show-shortcuts = Mostrar
window-shortcuts-hint = Pressione “?” em qualquer lugar para vê-los
window-keys-anywhere = Em qualquer lugar
window-keys-list = Em uma lista
window-key-search = Buscar
window-key-renew = Renovar a sessão selecionada
window-key-save = Salvar alterações
window-key-undo = Desfazer a última ação
window-key-close = Fechar, limpar a busca ou a seleção
window-key-zoom-in = Ampliar
window-key-zoom-out = Reduzir
window-key-zoom-reset = Tamanho normal
window-key-close-window = Fechar a janela
window-key-quit = Sair do Sandglass
window-key-move = Linha seguinte ou anterior
window-key-page = Página seguinte ou anterior
window-key-ends = Primeira ou última linha
window-key-open = Mostrar os detalhes
window-key-menu = Menu da linha
window-key-menu-key = Menu
window-key-copy = Copiar comando export
window-key-more = Selecionar mais linhas
window-key-more-one = Marcar ou desmarcar a linha
window-key-more-all = Selecionar todas as linhas
window-key-space = Espaço

# A estrela, o menu e várias linhas de uma vez
window-watch-one = Acompanhar {$profile}
window-stop-watching = Parar de acompanhar
window-watch-account = Acompanhar todos desta conta ({$count})
window-watch-count = Acompanhar {$count}
window-stop-watching-count = Parar de acompanhar {$count}
window-renew-count = Renovar {$count}
window-edit-profile = Editar perfil
window-get-session = Obter sessão
window-not-in-files = {$profile} não está em nenhum dos arquivos da AWS: não há o que editar.
window-choose-watched = Escolher o que acompanhar…
window-menu-of = Menu de {$profile}
window-menu-of-several = { $count ->
    [one] Menu de {$count} perfil
   *[other] Menu de {$count} perfis
}
window-chosen-rows = Perfis selecionados
window-chosen-count = { $count ->
    [one] {$count} selecionado
   *[other] {$count} selecionados
}
window-clear-chosen = Limpar a seleção

# A escolha do que é acompanhado
window-choose-title = Escolher o que acompanhar
window-choose-text = Perfis acompanhados aparecem na bandeja, e o Sandglass avisa antes de expirarem.
window-choose-later = Agora não
window-choose-search = Buscar por nome, conta ou função
window-choose-all = Selecionar tudo
window-choose-no-account = Sem conta conhecida
window-choose-count = { $count ->
    [one] {$count} de {$all} selecionado
   *[other] {$count} de {$all} selecionados
}
window-choose-clear = Limpar
window-choose-account = Todos desta conta
