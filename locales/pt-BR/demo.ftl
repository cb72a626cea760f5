# O que a demo diz no terminal.
demo-started = A demo está rodando: procure a ampulheta na bandeja. Um clique com o botão direito abre o menu.
demo-home = A AWS dela é simulada. A pasta pessoal dela é {$home}, removida no fim; nenhum dos seus arquivos é lido nem alterado.
demo-story = Em dois minutos:
    - project1 se renova sozinho, sem dizer nada
    - prod-admin precisa de você: uma notificação e, logo depois, a sessão expira
    - um clique em partner, que não se renova sozinho, obtém uma nova sessão
demo-terminal = Em outro terminal, esta linha abre um shell na pasta da demo:
demo-try = Experimente nele (códigos MFA: 111111, 222222, … 999999, cada um uma vez):
demo-end = Sair, no menu, ou Ctrl-C aqui encerra a demo.
