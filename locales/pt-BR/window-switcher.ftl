# O seletor rápido: uma pequena janela aberta por uma tecla ou pela bandeja.

window-find-all = { $count ->
    [one] {$shown} perfil
   *[other] {$shown} perfis
}
window-find-renewing = Renovando {$profile}…
window-find-copy = Copiar comando export

window-switcher-key = Atalho para “Buscar um perfil”
window-switcher-key-hint = Abre uma janelinha em qualquer aplicativo; digite e pressione Enter para renovar
window-switcher-key-none = Nenhum
window-switcher-key-shown = O seu ambiente a abre com: {$key}
window-switcher-key-press = Pressione as teclas…
window-switcher-key-taken = Outro programa usa {$key}. Escolha outras teclas.
window-switcher-key-none-such = Este teclado não tem a tecla de {$key}. Escolha outras teclas.
window-switcher-key-refused = O ambiente não permitiu essas teclas. Escolha outras ou permita-as nas configurações do sistema.
window-switcher-key-unsupported = Este ambiente não deixa programas definirem uma tecla assim. Nas configurações de teclado do sistema, adicione um atalho para: {$command}
