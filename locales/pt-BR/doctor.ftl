# Diagnóstico: para cada causa o que ela é (um título), por que faz a chamada falhar (.explanation) e o que corrige (.fix).
# {$place} é um arquivo com a linha (~/.aws/config:12) ou o nome de uma variável; {$profile} um perfil.
doctor-healthy = Tudo funciona
    .explanation = Nada do que foi examinado impede esta chamada de funcionar.
    .fix = Não há nada a corrigir.
doctor-cannot_tell = Nenhuma causa foi encontrada
    .explanation = O que se pôde ver não explica nada, e nem tudo pôde ser visto.
    .fix = Tente de novo com rede, ou informe com --error a mensagem que você viu.
doctor-unseen-offline = Os arquivos e as variáveis não explicam nenhuma falha, e a AWS não foi consultada por causa de --offline.
doctor-unseen-network = Os arquivos e as variáveis não explicam nenhuma falha, e não foi possível consultar a AWS.
doctor-unseen-sign_in = O token do login em { $path } expirou. A AWS CLI pediria sua renovação, o que não foi tentado aqui: se a AWS ainda o renova, o próximo comando mostrará.

doctor-unseen-error = A mensagem diz { $code }. Não há aqui, agora, nada que a causasse: ela veio de outro shell ou programa, ou o que a causou já passou.
doctor-elsewhere = O erro { $code } veio de outro lugar: { $why ->
        [never_session] este perfil nunca teve uma sessão.
        [long_term] as chaves deste perfil nunca expiram.
        [keys_known] a AWS conhece as chaves deste perfil.
        [clock_right] o relógio deste computador está certo.
        [no_role] este perfil não assume nenhuma função.
        [no_sso] este perfil não faz login pelo IAM Identity Center.
        [no_login] este perfil não faz login com aws login.
        [no_process] este perfil não executa um programa para obter credenciais.
        [no_web_identity] este perfil não tem token de identidade web.
        [no_host] este perfil não obtém credenciais de uma instância ou contêiner.
        [has_credentials] este perfil existe e tem credenciais.
        [files_fine] não há nada de errado com os arquivos da AWS.
        [has_region] este perfil tem uma região.
       *[other] o que se encontrou aqui não o causa.
    } Qual perfil ou terminal o mostrou?

doctor-home_missing = O diretório pessoal não é conhecido
    .explanation = A AWS CLI procura seus arquivos no diretório pessoal. HOME (USERPROFILE no Windows) não está definida ou cita um diretório que não existe: “{ $path }”.
    .fix = Defina HOME com o seu diretório pessoal.
doctor-file_unreadable = { $path } não pode ser lido
    .explanation = O arquivo existe, mas o sistema recusa: { $reason }. A AWS CLI então falha em todos os perfis ou trata o arquivo como ausente.
    .fix = Dê ao seu usuário acesso de leitura a { $path } ou corrija o destino do link.
doctor-file_unparsable = A AWS CLI não consegue interpretar { $path }
    .explanation = { $reason ->
        [duplicate_section] A seção [{ $name }] em { $place } aparece duas vezes; a primeira está na linha { $first }. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
        [duplicate_key] A chave { $name } em { $place } aparece duas vezes na seção; a primeira está na linha { $first }. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
        [before_section] A linha { $place } vem antes da primeira [seção]. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
        [bom] O arquivo começa com uma marca de ordem de bytes (BOM), um caractere invisível que alguns editores gravam. Ela invalida o arquivo inteiro, e nenhum perfil funciona.
        [encoding] O arquivo não é texto UTF-8 (em { $place }), e nenhum perfil funciona.
        [header] O cabeçalho de seção em { $place } está vazio ou sem o colchete final. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
        [nested] A linha { $place } pertence a um bloco aninhado e não é “chave = valor”. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
       *[no_separator] A linha { $place } não é uma [seção] nem “chave = valor”. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
    }
    .fix = { $reason ->
        [encoding] Salve o arquivo como UTF-8.
        [bom] Salve o arquivo como UTF-8 sem BOM.
       *[other] Corrija a linha, remova-a ou transforme-a em comentário com #.
    }
doctor-config_file_variable_wrong = { $what ->
        [other] { $variable } cita outro arquivo, não o que tem o perfil
       *[absent] { $variable } cita um arquivo que não existe
    }
    .explanation = { $what ->
        [other] A AWS CLI lê { $path } no lugar do arquivo habitual. O perfil “{ $profile }” precisa do que está no habitual.
       *[absent] A AWS CLI lê { $path } no lugar do arquivo habitual, não encontra nada ali e por isso fica sem o que o perfil “{ $profile }” precisa.
    }
    .fix = Corrija { $variable } ou remova-a para usar o arquivo habitual.
doctor-file_readable_by_others = Outros usuários desta máquina podem ler { $path }
    .explanation = O modo é { $mode }. Os comandos funcionam; suas chaves estão abertas a quem puder entrar nesta máquina.
    .fix = chmod 600 { $path }

doctor-profile_variable_empty = { $variable } está definida, mas vazia
    .explanation = A AWS CLI toma { $variable } vazia como nome de perfil, e não há perfil com esse nome.
    .fix = Remova { $variable }; defini-la como vazia não é o mesmo.
doctor-profile_header_without_prefix = { $header } não é um perfil no arquivo de configuração
    .explanation = No arquivo de configuração todo perfil, exceto default, precisa da palavra profile: { $wanted }. A AWS CLI ignora { $header } em { $place }, e por isso “{ $profile }” não existe ou fica sem essas configurações.
    .fix = Escreva { $wanted } em { $place }.
doctor-profile_header_malformed = A AWS CLI não lê { $header } como perfil
    .explanation = O cabeçalho em { $place } é quase { $wanted }, mas não exatamente: espaços, maiúsculas, aspas e outros sinais contam. Por isso “{ $profile }” não existe ou fica sem essas configurações.
    .fix = Escreva { $wanted } em { $place }.
doctor-profile_header_with_prefix = { $header } é outro perfil no arquivo de credenciais
    .explanation = No arquivo de credenciais o cabeçalho é só o nome: { $wanted }. A AWS CLI toma { $header } em { $place } por um perfil chamado “profile { $profile }”.
    .fix = Escreva { $wanted } em { $place }.
doctor-profile_name_misspelt = Não há perfil “{ $profile }”: seria “{ $meant }”?
    .explanation = Nenhum dos arquivos da AWS tem um perfil “{ $profile }”. Os nomes valem letra por letra, com maiúsculas e espaços.
    .fix = Use o nome “{ $meant }”.
doctor-profile_missing = Não há perfil “{ $profile }”
    .explanation = Nenhum dos arquivos da AWS tem um perfil com esse nome. Eles têm: { $known }.
    .fix = Confira o nome ou crie o perfil: sandglass profile add.
    .window = Confira o nome ou crie o perfil em Perfis.
doctor-default_defined_twice = O perfil padrão aparece duas vezes no arquivo de configuração
    .explanation = Para a AWS CLI, [default] e [profile default] são o mesmo perfil. Vale inteiro o que vem por último ({ $counts }); o que está em { $lost } se perde. Outros SDKs escolhem ao contrário.
    .fix = Reúna as configurações sob um cabeçalho e remova o outro.

doctor-expired_environment_keys = As chaves nas variáveis de ambiente expiraram
    .explanation = { $dated ->
        [yes] AWS_ACCESS_KEY_ID e as que a acompanham são uma sessão que terminou em { $end }. As variáveis vencem qualquer perfil que não seja indicado com --profile, e por isso os comandos falham com ExpiredToken, embora “{ $profile }” talvez funcione.
        [source] O perfil “{ $profile }” tira suas chaves das variáveis (credential_source = Environment), e o que elas contêm é uma sessão que já terminou.
       *[other] AWS_ACCESS_KEY_ID e as que a acompanham são uma sessão que já terminou, diz a AWS. As variáveis vencem qualquer perfil que não seja indicado com --profile, e por isso os comandos falham com ExpiredToken, embora o perfil talvez funcione.
    }
    .fix = Remova-as neste shell; onde um arquivo as define para cada novo shell, remova as linhas.
doctor-partial_environment_keys = Falta { $variable } ao lado de AWS_ACCESS_KEY_ID
    .explanation = Com AWS_ACCESS_KEY_ID definida, a AWS CLI não procura mais nada e precisa do segredo dela.
    .fix = Remova AWS_ACCESS_KEY_ID ou exporte também { $variable }.
doctor-environment_token_missing = Falta o token de sessão das chaves temporárias nas variáveis
    .explanation = A chave de acesso { $key } é de uma sessão (o nome começa com ASIA), e a AWS só a aceita junto com AWS_SESSION_TOKEN, que não está definida.
    .fix = Exporte os três valores da sessão ou remova as chaves.
doctor-stale_security_token_variable = AWS_SECURITY_TOKEN de uma sessão antiga é enviada com as chaves
    .explanation = A AWS CLI lê AWS_SECURITY_TOKEN, o nome antigo, antes de AWS_SESSION_TOKEN. O que alguma ferramenta deixou ali não é da chave de acesso { $key }.
    .fix = Remova AWS_SECURITY_TOKEN.
doctor-environment_shadows_profile = Chaves nas variáveis vencem o perfil “{ $profile }”
    .explanation = A chamada é feita com a chave de acesso { $key } das variáveis de ambiente, não com o perfil “{ $profile }”: as variáveis vencem AWS_PROFILE. Ela age como outra identidade, não a do perfil.
    .fix = Remova as chaves ou indique o perfil com --profile.
doctor-web_identity_variables_shadow_profile = Variáveis de identidade web vencem o perfil “{ $profile }”
    .explanation = AWS_WEB_IDENTITY_TOKEN_FILE e AWS_ROLE_ARN estão definidas e vencem as chaves do perfil citado por { $variable }.
    .fix = Remova-as ou indique o perfil com --profile.
doctor-region_variable_ignored = A AWS CLI v1 não lê AWS_REGION
    .explanation = AWS_REGION é { $region }, mas a AWS CLI que roda aqui é a versão 1, que só lê AWS_DEFAULT_REGION.
    .fix = Defina também AWS_DEFAULT_REGION ou instale a versão 2.
doctor-expired_persistent_keys = Novos shells vão começar com chaves expiradas
    .explanation = { $place } define chaves de uma sessão que terminou em { $end }. Este shell não é afetado.
    .fix = Remova essas linhas.

doctor-setting_misspelt = { $fault ->
        [no_equals] Falta o sinal de igual depois de { $meant }
       *[spelling] { $key } não é uma configuração: seria { $meant }?
    }
    .explanation = { $fault ->
        [no_equals] Em { $place } há um espaço onde deveria estar o sinal de igual. A AWS CLI toma a linha por outra chave e a ignora, então falta { $meant } ao perfil “{ $profile }”.
       *[spelling] A AWS CLI ignora em silêncio as chaves que não conhece, então { $place } não tem efeito e falta { $meant } ao perfil “{ $profile }”.
    }
    .fix = { $fault ->
        [no_equals] Ponha um sinal de igual depois de { $meant } em { $place }.
       *[spelling] Escreva { $meant } em { $place }.
    }
doctor-setting_indented = Espaços antes de { $meant } fazem dela parte da linha de cima
    .explanation = Em { $place } a linha começa com espaços; a AWS CLI a toma por parte do valor acima, e falta { $meant } ao perfil “{ $profile }”.
    .fix = Remova os espaços antes de { $meant } em { $place }.
doctor-source_profile_missing = O perfil de origem “{ $source }” não existe
    .explanation = O perfil “{ $profile }” tira suas credenciais de “{ $source }” ({ $place }), e nenhum arquivo tem um perfil com esse nome.
    .fix = Corrija source_profile em { $place } ou crie o perfil “{ $source }”.
doctor-source_profile_loop = A cadeia de perfis de origem anda em círculo
    .explanation = { $chain } ({ $place }). Uma cadeia tem de terminar em um perfil com credenciais próprias.
    .fix = Cite em { $place } um perfil com credenciais.
doctor-source_profile_without_credentials = O perfil de origem “{ $source }” não tem credenciais
    .explanation = O perfil “{ $profile }” tira suas credenciais de “{ $source }” ({ $place }), que não tem chaves, login, programa nem uma função própria. Para um perfil de origem as variáveis não contam.
    .fix = Dê chaves ou um login a “{ $source }” ou cite outro source_profile.
doctor-role_without_source = O perfil “{ $profile }” tem uma função e nada com que assumi-la
    .explanation = role_arn em { $place } precisa de source_profile ou credential_source ao lado.
    .fix = Acrescente source_profile com o nome de um perfil que possa assumir a função.
doctor-two_sources = O perfil “{ $profile }” tem duas origens
    .explanation = source_profile e credential_source estão lado a lado ({ $place }); a AWS CLI se recusa a escolher.
    .fix = Remova um dos dois.
doctor-credential_source_invalid = “{ $value }” não é um credential_source
    .explanation = { $place } tem de dizer Environment, Ec2InstanceMetadata ou EcsContainer, exatamente com essas letras.
    .fix = Escreva um dos três ou use source_profile.
doctor-credential_source_empty = credential_source = { $value } não encontra nada aqui
    .explanation = O perfil “{ $profile }” tira dali suas credenciais ({ $place }), e nenhuma variável deste ambiente dá alguma.
    .fix = Rode onde essas credenciais existem ou use source_profile.
doctor-role_arn_malformed = role_arn não é o ARN de uma função
    .explanation = { $place } diz “{ $value }”. O ARN de uma função é como arn:aws:iam::123456789012:role/NOME.
    .fix = Copie o ARN da página da função no console do IAM.
doctor-source_role_not_assumed = A função de “{ $source }” não é assumida: suas chaves são usadas
    .explanation = “{ $source }” tem chaves ({ $place }) e uma função. Como origem de “{ $profile }”, a AWS CLI assina com as chaves, como o usuário a que pertencem, e nunca assume { $role }.
    .fix = Mova as chaves para um perfil próprio e cite-o como source_profile de “{ $source }”.
doctor-credentials_file_overrides = { $key } no arquivo de credenciais vence o arquivo de configuração
    .explanation = { $key } do perfil “{ $profile }” está em { $place } e, com outro valor, em { $other }. Vale o do arquivo de credenciais; o outro não tem efeito.
    .fix = Remova { $key } em { $place }, a menos que seja o certo.
doctor-sso_session_missing = Não há [sso-session { $session }]
    .explanation = O perfil “{ $profile }” entra por “{ $session }” ({ $place }), e o arquivo de configuração não tem essa seção.
    .fix = Corrija o nome ou crie a seção: aws configure sso-session.
doctor-sso_setting_missing = Falta { $key } para o login de “{ $profile }”
    .explanation = A AWS CLI precisa de sso_account_id, sso_role_name, sso_start_url e sso_region; em { $place } falta { $key }.
    .fix = Acrescente { $key } ali ou execute: aws configure sso --profile { $profile }
doctor-sso_settings_inconsistent = O perfil e sua sso-session se contradizem
    .explanation = { $key } do perfil “{ $profile }” ({ $place }) não é o da sua sso-session ({ $other }), e a AWS CLI se recusa a escolher.
    .fix = Remova { $key } em { $place }.
doctor-web_identity_role_missing = Há um arquivo de token, mas nenhuma função a assumir com ele
    .explanation = { $place } cita o arquivo de token de uma identidade web; falta role_arn no perfil “{ $profile }”.
    .fix = Acrescente role_arn (ou AWS_ROLE_ARN) ou remova o arquivo de token.
doctor-services_section_missing = Não há [services { $services }]
    .explanation = O perfil “{ $profile }” tira dali seus endpoints ({ $place }), e o arquivo de configuração não tem essa seção.
    .fix = Acrescente a seção ou remova a linha.
doctor-setting_value_invalid = A AWS CLI não aceita { $key } = { $value }
    .explanation = { $kind ->
        [number] Está em { $place } e tem de ser um número inteiro. Todo comando termina com um erro.
        [range] Está em { $place } e tem de ser um número inteiro ({ $takes }). Todo comando termina com um erro.
       *[word] Está em { $place }. Esta AWS CLI aceita: { $takes }. Todo comando termina com um erro.
    }
    .fix = Corrija o valor ou remova-o: sem ele vale o padrão.
doctor-no_credentials = O perfil “{ $profile }” não cita nada que dê credenciais
    .explanation = Nenhuma variável, nenhuma chave, nenhuma função com origem, nenhum login, nenhum programa: nenhum dos provedores que a AWS CLI consulta tem o que dizer.
    .fix = Acrescente chaves, uma função com source_profile, ou entre: aws configure sso, aws login.
doctor-region_missing = Nenhuma região está definida para “{ $profile }”
    .explanation = Sem região a AWS CLI não sabe qual endpoint chamar. Um perfil não herda nenhuma, nem de [default] nem do perfil de origem.
    .fix = Acrescente region ao perfil ou defina AWS_REGION.
doctor-region_malformed = “{ $region }” não é nome de região
    .explanation = É o que diz { $place }. Não pode fazer parte do nome de um host, e a AWS CLI recusa.
    .fix = Escreva uma região como sa-east-1, sem aspas nem comentário.
doctor-duration_out_of_range = A AWS não aceita sessão de { $seconds } segundos
    .explanation = duration_seconds em { $place } tem de ficar entre 900 e 43200.
    .fix = Escreva um número nesse intervalo ou remova a linha: o usual é uma hora.
doctor-chained_duration_too_long = Uma função assumida por uma função dura no máximo uma hora
    .explanation = duration_seconds em { $place } pede { $seconds } segundos. A chamada é assinada pela sessão de outra função, e então a AWS permite 3600.
    .fix = Escreva 3600 ou menos.
doctor-duration_not_a_number = duration_seconds não é um número e é ignorado
    .explanation = “{ $value }” em { $place } não é um número; a AWS CLI não diz nada e pede uma hora.
    .fix = Escreva segundos, como 3600.
doctor-readers_disagree = Outros SDKs leem o perfil “{ $profile }” de outro modo
    .explanation = { $readers } não leem a linha em { $place } como a AWS CLI. Os comandos funcionam; programas talvez não.
    .fix = Escreva a linha na forma simples “chave = valor”, sem aspas e sem comentário depois do valor.

doctor-partial_keys = Falta o segredo da chave de acesso de “{ $profile }”
    .explanation = Há uma chave de acesso em { $place }, e { $key } não está ao lado.
    .fix = Acrescente { $key } na mesma seção ou remova a chave de acesso.
doctor-keys_split_over_files = A chave de acesso e o segredo de “{ $profile }” estão em dois arquivos
    .explanation = A chave de acesso está em { $place }, o segredo em { $other }. A AWS CLI tira os dois do mesmo arquivo.
    .fix = Mova o segredo para onde está a chave de acesso.
doctor-token_in_other_file = O token de sessão de “{ $profile }” está em outro arquivo que as chaves
    .explanation = As chaves estão em { $place }, o token em { $other }. A AWS CLI tira os três do mesmo arquivo, e o token não é enviado.
    .fix = Mova o token para onde estão as chaves.
doctor-session_token_missing = Falta o token de sessão das chaves temporárias de “{ $profile }”
    .explanation = A chave de acesso { $key } em { $place } é de uma sessão (o nome começa com ASIA), e a AWS só a aceita junto com aws_session_token.
    .fix = Cole os três valores da sessão: sandglass profile paste.
    .window = Cole os três valores da sessão, em Perfis.
doctor-stale_security_token = O token de uma sessão antiga é enviado com as chaves de “{ $profile }”
    .explanation = A AWS CLI lê aws_security_token, o nome antigo, antes de aws_session_token. O que alguma ferramenta deixou em { $line } não é da chave de acesso { $key }.
    .fix = Remova a linha { $line }.
doctor-key_malformed = O ID da chave de acesso não é válido
    .explanation = { $fault ->
        [form-comment] Há um comentário depois do valor em { $place }; para a AWS CLI ele faz parte do valor.
        [form-quotes] O valor em { $place } está entre aspas; para a AWS CLI elas fazem parte do valor.
        [form-blank] O valor em { $place } contém um espaço.
        [form-short] O valor em { $place } é curto demais: foi cortado ao ser copiado. Os da AWS têm 20 letras.
        [form-long] O valor em { $place } é longo demais: algo foi colado depois dele. Os da AWS têm 20 letras.
        [form-empty] O valor em { $place } está vazio.
       *[form-letters] O valor em { $place } contém letras que nenhuma chave de acesso tem.
    }
    .fix = Copie de novo a chave de acesso.
doctor-secret_malformed = A chave secreta não é válida
    .explanation = { $fault ->
        [form-comment] Há um comentário depois do valor em { $place }; para a AWS CLI ele faz parte do segredo, e nenhuma assinatura confere.
        [form-quotes] O valor em { $place } está entre aspas; para a AWS CLI elas fazem parte do segredo, e nenhuma assinatura confere.
        [form-blank] O valor em { $place } contém um espaço, e nenhuma assinatura confere.
        [form-short] O valor em { $place } é curto demais: foi cortado ao ser copiado. Os da AWS têm 40 letras.
        [form-long] O valor em { $place } é longo demais: algo foi colado depois dele. Os da AWS têm 40 letras.
        [form-empty] O valor em { $place } está vazio.
       *[form-letters] O valor em { $place } contém letras que nenhuma chave secreta tem.
    }
    .fix = Copie de novo a chave secreta ou crie uma nova chave de acesso.
doctor-expired_file_keys = As chaves de “{ $profile }” expiraram
    .explanation = { $dated ->
        [yes] As chaves temporárias em { $place } terminaram em { $end }.
       *[other] As chaves temporárias em { $place } terminaram, diz a AWS.
    } { $refreshed ->
        [yes] Você escolheu uma função a partir da qual elas são renovadas.
       *[other] Nada as renova sozinho.
    }
    .fix = Renove-as, se uma função foi escolhida para isso, cole uma nova sessão (sandglass profile paste) ou transforme o perfil em uma função que se renova sozinha (sandglass profile convert).
    .window = Renove-as, se uma função foi escolhida para isso, cole uma nova sessão ou faça o perfil renovar-se sozinho: ambos em Perfis.
doctor-expired_keys_shadow_process = Chaves expiradas estão na frente de credential_process
    .explanation = O perfil “{ $profile }” receberia credenciais novas do seu programa, mas a AWS CLI consulta antes o arquivo de credenciais, e as chaves em { $place } expiraram.
    .fix = Remova as chaves antigas do arquivo de credenciais.
doctor-expired_keys_shadow_login = Chaves expiradas estão na frente do login
    .explanation = O perfil “{ $profile }” usaria o seu login (aws login), mas a AWS CLI consulta antes o arquivo de credenciais, e as chaves em { $place } expiraram.
    .fix = Remova as chaves antigas do arquivo de credenciais.
doctor-expiring_file_keys = As chaves de “{ $profile }” expiram em breve
    .explanation = As chaves temporárias em { $place } terminam em { $end }.
    .fix = Obtenha uma nova sessão a tempo.

doctor-cache_entry_damaged = A sessão em cache de “{ $profile }” está danificada
    .explanation = A AWS CLI morre em { $path } ({ $reason }) em vez de tratá-lo como ausente. Tudo o que ela diz é o nome do arquivo ou de um campo.
    .fix = Exclua o arquivo; o próximo comando cria um novo.
doctor-cache_directory_unwritable = A AWS CLI não consegue guardar suas sessões
    .explanation = Não é possível gravar em { $path }: { $reason }. Uma sessão que não pode ser guardada faz o comando falhar.
    .fix = Faça dele um diretório em que seu usuário possa gravar.
doctor-cache_entry_expired = A sessão em cache de “{ $profile }” expirou
    .explanation = { $path } terminou em { $end }. O próximo comando cria uma nova.
    .fix = Não é preciso fazer nada.

doctor-sso_not_signed_in = Ninguém entrou no IAM Identity Center para “{ $profile }”
    .explanation = A AWS CLI procura o login em { $path }, e esse arquivo não existe.
    .fix = Entre.
doctor-sso_token_expired = O login no IAM Identity Center expirou
    .explanation = { $refused ->
        [yes] O token do perfil “{ $profile }” terminou em { $end }, e a AWS recusa renová-lo: “{ $detail }”. Um login dura o tempo que o administrador permite e termina quando o usuário é desconectado.
       *[no] O token do perfil “{ $profile }” terminou em { $end } e não pode ser renovado: não tem refresh token ou vem de um perfil sem sso_session.
    }
    .fix = Entre de novo.
doctor-sso_registration_expired = O login não pode mais ser renovado
    .explanation = { $refused ->
        [yes] O token do perfil “{ $profile }” terminou em { $end }. Ele tem um refresh token, mas a AWS não aceita mais o cliente para o qual foi criado: “{ $detail }”.
       *[no] O token do perfil “{ $profile }” terminou em { $end }. Ele tem um refresh token, mas o cliente para o qual foi criado só estava registrado até { $registration }.
    }
    .fix = Entre de novo; isso registra o cliente outra vez.
doctor-sso_token_of_other_url = O login é de outro portal
    .explanation = O token em { $path } foi criado para { $url }; o perfil “{ $profile }” usa { $expected }.
    .fix = Entre de novo.
doctor-sso_token_damaged = O arquivo do login está danificado
    .explanation = A AWS CLI não consegue usar { $path }: { $reason }.
    .fix = Entre de novo; o arquivo é gravado outra vez.
doctor-login_not_signed_in = Ninguém entrou com aws login para “{ $profile }”
    .explanation = A AWS CLI procura o login em { $path }, e esse arquivo não existe.
    .fix = Entre.
doctor-login_session_expired = O login com aws login expirou
    .explanation = A AWS não renova mais a sessão do perfil “{ $profile }”{ $refused ->
        [yes] {": “"}{ $detail }”
       *[no] {""}
    }. Ela dura no máximo doze horas e termina quando a senha ou as permissões do usuário mudam.
    .fix = Entre de novo.
doctor-login_token_damaged = O arquivo de aws login está danificado
    .explanation = A AWS CLI não consegue usar { $path }: { $reason }.
    .fix = Entre de novo; o arquivo é gravado outra vez.

doctor-aws_cli_missing = Não há AWS CLI
    .explanation = Nenhum diretório do PATH tem um programa “aws”.
    .fix = Instale a AWS CLI versão 2 ou acrescente o diretório dela ao PATH.
doctor-aws_cli_broken = A AWS CLI não inicia
    .explanation = { $path } é o primeiro “aws” do PATH e não inicia, ou termina com um erro antes de fazer qualquer coisa: falta seu interpretador ou uma parte dele.
    .fix = Instale a AWS CLI de novo ou remova { $path } para que outra do PATH seja usada.
doctor-aws_cli_too_old = A AWS CLI é antiga demais para { $feature }
    .explanation = { $path } é a versão { $version }; { $feature } precisa da { $needs }. Uma mais antiga ignora a configuração em silêncio ou a recusa.
    .fix = Instale a AWS CLI { $needs } ou mais nova.
doctor-several_aws_clis = Há várias AWS CLIs instaladas
    .explanation = Roda a primeira do PATH: { $clis }.
    .fix = Remova as que não quiser ou ordene o PATH.

doctor-mfa_refused = A AWS recusou o código MFA
    .explanation = O código estava errado, já tinha sido usado ou é de outro dispositivo.
    .fix = Espere o próximo código; confira mfa_serial e o relógio.

# As verificações.
check-files = Arquivos da AWS
check-profile_choice = Perfil
check-environment = Variáveis de ambiente
check-chain = Configurações e origens
check-credentials = O que é usado
check-keys = Chaves em arquivos
check-role_cache = Cache da AWS CLI
check-sso = IAM Identity Center
check-login = aws login
check-process = Programas e arquivos de token
check-cli = AWS CLI
check-clock = Relógio
check-proxy = Proxy e certificados
check-endpoint = Endpoint
check-assume_role = Assumir a função
check-identity = Identidade
check-files-ok = { $config } e { $credentials } podem ser interpretados
check-profile_choice-ok = { $profile }
check-profile_choice-variable = { $profile }, citado por { $variable }
check-environment-none = nenhuma variável da AWS está definida
check-environment-ok = { $count ->
        [one] 1 variável da AWS está definida e não atrapalha
       *[other] { $count } variáveis da AWS estão definidas e nenhuma atrapalha
    }
check-environment-explicit = { $count ->
        [one] 1 variável da AWS está definida; com --profile chaves não contam
       *[other] { $count } variáveis da AWS estão definidas; com --profile chaves não contam
    }
check-environment-desktop = nada define chaves para novos terminais; os abertos não podem ser vistos daqui. Por garantia, execute neles: { $command }
check-chain-ok = { $links }
check-credentials-ok = { $method }, { $place }
check-credentials-none = nada
check-keys-none = nenhuma em uso
check-keys-long_term = { $key } de { $profile }, de longo prazo
check-keys-temporary = { $key } de { $profile }, temporária
check-role_cache-none = vazio
check-role_cache-ok = { $files ->
        [one] 1 sessão
       *[other] { $files } sessões
    }, { $expired ->
        [one] 1 expirada
       *[other] { $expired } expiradas
    }
check-sso-none = não usado
check-sso-signed_in = login válido até { $end }
check-sso-over = o token terminou em { $end }; a AWS CLI o renovaria
check-sso-refreshed = renovado; login válido até { $end }
check-login-none = não usado
check-login-ok = login feito
check-login-over = as chaves expiraram; a AWS CLI as renovaria
check-login-refreshed = login feito; as chaves foram renovadas
check-cli-ok = { $version }, { $path }
check-cli-silent = { $path } não diz sua versão

# O que mostra uma causa.
exhibit-home = Diretório pessoal
exhibit-file = Arquivo
exhibit-mode = Modo
exhibit-bad_line = { $reason ->
        [duplicate_section] Seção que aparece duas vezes
        [duplicate_key] Chave que aparece duas vezes
        [before_section] Linha antes da primeira seção
        [bom] Marca de ordem de bytes
        [encoding] Não é UTF-8
        [header] Cabeçalho inválido
        [nested] Linha inválida de um bloco aninhado
       *[no_separator] Nem seção nem configuração
    }
exhibit-profile_asked = Perfil pedido
exhibit-meant = Talvez este
exhibit-section = Seção
exhibit-header = Cabeçalho
exhibit-header_lost = Não tem efeito
exhibit-header_counts = Vale
exhibit-variable = Variável
exhibit-set_in = Definida para novos shells
exhibit-set_by_launchctl = Definida por launchctl para novos programas
exhibit-set_in_registry = Definida em HKCU\Environment para novos programas
exhibit-same_key = A mesma chave de acesso, do perfil “{ $profile }”
exhibit-profile_source = As credenciais do próprio perfil
exhibit-setting = Configuração
exhibit-key = Chave
exhibit-link = “{ $profile }”
exhibit-wins = Vale
exhibit-overridden = Não tem efeito
exhibit-access_key = Chave de acesso de “{ $profile }”
exhibit-secret_key = Chave secreta
exhibit-token = Token de sessão
exhibit-end = Fim registrado
exhibit-cached = Sessão de “{ $profile }” até { $end }
exhibit-cache_file = Sessão em cache
exhibit-directory = Diretório
exhibit-aws_cli = AWS CLI
exhibit-used_by = { $command }

# O que corrige uma causa.
fix-unset = Remover { $names }
fix-edit_shell_file = { $count ->
        [one] Remover 1 linha de { $path }
       *[other] Remover { $count } linhas de { $path }
    }
fix-system_variables = Remover { $names } das variáveis de novos programas
fix-choose_profile = Usar o perfil “{ $profile }”
fix-clean_value = Limpar o valor
fix-delete_cache_file = Excluir { $path }
fix-drop_keys = Remover as chaves antigas de “{ $profile }”
fix-header = Escrever { $by } no lugar de { $was }
fix-join_keys = Pôr { $key } também em { $path }
fix-mend_lines = Corrigir as linhas do arquivo
fix-remove_key = Remover { $key }
fix-remove_override = Remover { $key } do arquivo de credenciais
fix-set_key = Definir { $key } como { $value }
fix-set_region = Definir uma região para “{ $profile }”
fix-sign_in = Entrar
fix-spell_key = Escrever { $by } no lugar de { $was }
fix-outdent = Remover os espaços antes de { $key }

# O que as pessoas veem por causa de uma causa.
symptom-expired_token = ExpiredToken: The security token included in the request is expired
symptom-refreshed_expired = Credentials were refreshed, but the refreshed credentials are still expired.
symptom-unable_to_parse = Unable to parse config file
symptom-profile_not_found = The config profile could not be found
symptom-unable_to_locate = Unable to locate credentials
symptom-partial = Partial credentials found
symptom-invalid_token = InvalidClientTokenId: The security token included in the request is invalid
symptom-signature = SignatureDoesNotMatch: The request signature we calculated does not match
symptom-no_region = You must specify a region
symptom-setting_value = Invalid value provided, Unknown output type, invalid literal for int()
symptom-access_denied = AccessDenied: not authorized to perform: sts:AssumeRole
symptom-wrong_identity = Os comandos agem como outra identidade que a esperada
symptom-sso_token = Error loading SSO Token, ou: Token has expired and refresh failed
symptom-process = Error when retrieving credentials from custom-process
symptom-clock = Signature expired, ou: Signature not yet current
symptom-network = Could not connect to the endpoint URL
symptom-file_name = Uma mensagem que é só o nome de um arquivo, ou 'Credentials'
symptom-infinite_loop = Infinite loop in credential configuration detected
symptom-validation = ValidationError
symptom-error = { $operation ->
        [none] A mensagem informada: { $code }
       *[other] A mensagem informada: { $code } ao chamar { $operation }
    }

# Títulos.
diagnosis-evidence = O que mostra isso
diagnosis-symptoms = O que você pode ter visto
diagnosis-fixes = O que corrige
diagnosis-also_found = Também encontrado:
diagnosis-used = O que cada chamada usaria
diagnosis-checks = Verificado na ordem em que a AWS CLI decide

# O resultado de uma verificação.
diagnosis-state-ok = Tudo certo
diagnosis-state-warn = Bom saber
diagnosis-state-fail = Problema
diagnosis-state-skipped = Não verificado
