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
window-key-undo = Desfazer o que acabou de ser feito
window-key-close = Fechar, limpar a busca ou a seleção
window-key-zoom-in = Ampliar
window-key-zoom-out = Reduzir
window-key-zoom-reset = Tamanho normal
window-key-close-window = Fechar a janela
window-key-quit = Sair do Sandglass
window-key-move = Mover
window-key-page = Mover uma página
window-key-ends = Primeira ou última linha
window-key-open = Mostrar os detalhes
