# O que a demo diz no terminal.
demo-started = A demonstração está em execução. Procure a ampulheta na bandeja e clique nela com o botão direito para abrir o menu.
demo-home = Ela tem uma AWS simulada e uma pasta pessoal própria, {$home}, removida quando a demonstração termina. Nenhum dos seus arquivos é lido ou alterado.
demo-story = Em dois minutos:
    - project1 é renovado automaticamente, sem notificação
    - prod-admin exige ação: aparece uma notificação e, logo depois, a sessão expira
    - partner não é renovado automaticamente: clique nele para obter uma nova sessão
demo-terminal = Para abrir um shell na pasta da demonstração, execute isto em outro terminal:
demo-try = Experimente nele (códigos MFA: 111111, 222222, … 999999; cada um vale uma vez):
demo-end = Para encerrar a demonstração, escolha Sair no menu ou pressione Ctrl-C aqui.
