# Diagnóstico: para cada causa o que ela é (um título), por que faz a chamada falhar (.explanation) e o que corrige (.fix).
# {$place} é um arquivo com a linha (~/.aws/config:12) ou o nome de uma variável; {$profile} um perfil.
doctor-healthy = Tudo funciona
    .explanation = Nada do que foi verificado impede esta chamada de funcionar.
    .fix = Não há nada a corrigir.
doctor-cannot_tell = Nenhuma causa foi encontrada
    .explanation = O que foi possível verificar não explica nada, e nem tudo pôde ser verificado.
    .fix = Tente novamente com uma conexão de rede ou informe com --error a mensagem que você viu.
doctor-unseen-offline = Os arquivos e as variáveis não explicam nenhuma falha. A AWS não foi consultada por causa de --offline.
doctor-unseen-network = Os arquivos e as variáveis não explicam nenhuma falha. Não foi possível consultar a AWS.
doctor-unseen-sign_in = O token de login em { $path } expirou. A AWS CLI o renovaria, o que não foi tentado aqui: o próximo comando mostra se a AWS ainda permite isso.

doctor-unseen-error = A mensagem diz { $code }. Nada aqui a causa agora: ela veio de outro shell ou programa, ou a causa já passou.
doctor-elsewhere = O erro { $code } veio de outro lugar: { $why ->
        [never_session] este perfil nunca teve uma sessão.
        [long_term] as chaves deste perfil não expiram.
        [keys_known] a AWS conhece as chaves deste perfil.
        [clock_right] o relógio deste computador está certo.
        [no_role] este perfil não assume nenhuma função.
        [no_sso] este perfil não faz login pelo IAM Identity Center.
        [no_login] este perfil não faz login com aws login.
        [no_process] este perfil não executa um programa para obter credenciais.
        [no_web_identity] este perfil não tem token de identidade da web.
        [no_host] este perfil não obtém credenciais de uma instância ou contêiner.
        [has_credentials] este perfil existe e tem credenciais.
        [files_fine] não há nada de errado com os arquivos da AWS.
        [has_region] este perfil tem uma região.
       *[other] nada do que foi encontrado aqui o causa.
    } Qual perfil ou terminal o mostrou?

doctor-home_missing = O diretório pessoal é desconhecido
    .explanation = A AWS CLI procura seus arquivos no diretório pessoal. HOME (USERPROFILE no Windows) não está definida ou indica um diretório que não existe: “{ $path }”.
    .fix = Defina HOME como o seu diretório pessoal.
doctor-file_unreadable = Não é possível ler { $path }
    .explanation = O arquivo existe, mas o sistema nega o acesso: { $reason }. A AWS CLI então falha ou trata o arquivo como ausente.
    .fix = Dê ao seu usuário permissão de leitura em { $path } ou corrija o destino do link.
doctor-file_unparsable = A AWS CLI não consegue ler { $path }
    .explanation = { $reason ->
        [duplicate_section] A seção [{ $name }] em { $place } está duplicada; a primeira está na linha { $first }. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
        [duplicate_key] A chave { $name } em { $place } está duplicada na seção; a primeira está na linha { $first }. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
        [before_section] A linha { $place } vem antes da primeira [seção]. Uma linha assim invalida o arquivo inteiro, e nenhum perfil funciona.
        [bom] O arquivo começa com uma marca de ordem de bytes (BOM), um caractere invisível que alguns editores adicionam. Ela invalida o arquivo inteiro, e nenhum perfil funciona.
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
        [other] { $variable } indica um arquivo sem o perfil
       *[absent] { $variable } indica um arquivo que não existe
    }
    .explanation = { $what ->
        [other] A AWS CLI lê { $path } em vez do arquivo habitual, mas o perfil “{ $profile }” precisa do habitual.
       *[absent] A AWS CLI lê { $path } em vez do arquivo habitual e não encontra nada ali, por isso o perfil “{ $profile }” fica incompleto.
    }
    .fix = Corrija { $variable } ou remova-a para usar o arquivo habitual.
doctor-file_readable_by_others = Outros usuários deste computador podem ler { $path }
    .explanation = O modo é { $mode }. Os comandos funcionam, mas quem puder entrar neste computador pode ler suas chaves.
    .fix = chmod 600 { $path }
doctor-file_writable_by_others = Outros usuários deste computador podem alterar { $path }
    .explanation = O modo de { $paths } é { $mode }. Quem puder entrar neste computador pode adicionar um credential_process, que é executado como você, ou uma sessão própria.
    .fix = chmod go-w { $command }

doctor-profile_variable_empty = { $variable } está definida, mas vazia
    .explanation = A AWS CLI usa { $variable } vazia como nome de perfil, e não há perfil com esse nome.
    .fix = Remova { $variable }. Defini-la como vazia não é o mesmo.
doctor-profile_header_without_prefix = { $header } não é um perfil no arquivo config
    .explanation = No arquivo config, todo perfil, exceto default, precisa da palavra profile: { $wanted }. A AWS CLI ignora { $header } em { $place }, por isso “{ $profile }” não existe ou fica sem essas configurações.
    .fix = Troque por { $wanted } em { $place }.
doctor-profile_header_malformed = A AWS CLI não lê { $header } como perfil
    .explanation = O cabeçalho em { $place } é quase { $wanted }, mas não exatamente: espaços, maiúsculas, aspas e outros sinais contam. Por isso “{ $profile }” não existe ou fica sem essas configurações.
    .fix = Troque por { $wanted } em { $place }.
doctor-profile_header_with_prefix = { $header } é outro perfil no arquivo credentials
    .explanation = No arquivo credentials, o cabeçalho é só o nome: { $wanted }. A AWS CLI lê { $header } em { $place } como um perfil chamado “profile { $profile }”.
    .fix = Troque por { $wanted } em { $place }.
doctor-profile_name_misspelt = Não há perfil “{ $profile }”. Você quis dizer “{ $meant }”?
    .explanation = Nenhum dos arquivos da AWS tem um perfil “{ $profile }”. Os nomes devem ser exatos, com maiúsculas e espaços.
    .fix = Use o nome “{ $meant }”.
doctor-profile_missing = Não há perfil “{ $profile }”
    .explanation = Nenhum dos arquivos da AWS tem um perfil com esse nome. Eles têm: { $known }.
    .fix = Verifique o nome ou crie o perfil: sandglass profile add.
    .window = Verifique o nome ou crie o perfil em Perfis.
doctor-default_defined_twice = O arquivo config define o perfil padrão duas vezes
    .explanation = Para a AWS CLI, [default] e [profile default] são o mesmo perfil. O último ({ $counts }) vale por inteiro; o que está em { $lost } se perde. Outros SDKs escolhem o outro.
    .fix = Reúna as configurações sob um cabeçalho e remova o outro.

doctor-expired_environment_keys = As chaves nas variáveis de ambiente expiraram
    .explanation = { $dated ->
        [yes] AWS_ACCESS_KEY_ID e as variáveis relacionadas contêm uma sessão que expirou em { $end }. As variáveis prevalecem sobre todo perfil que não for indicado com --profile, por isso os comandos falham com ExpiredToken, embora “{ $profile }” talvez funcione.
        [source] O perfil “{ $profile }” usa as chaves das variáveis (credential_source = Environment), e a sessão nelas expirou.
       *[other] AWS_ACCESS_KEY_ID e as variáveis relacionadas contêm uma sessão que expirou, segundo a AWS. As variáveis prevalecem sobre todo perfil que não for indicado com --profile, por isso os comandos falham com ExpiredToken, embora o perfil talvez funcione.
    }
    .fix = Remova-as neste shell. Se um arquivo as define para cada novo shell, remova essas linhas.
doctor-partial_environment_keys = Falta { $variable } junto a AWS_ACCESS_KEY_ID
    .explanation = Com AWS_ACCESS_KEY_ID definida, a AWS CLI não procura mais nada e precisa do segredo dela.
    .fix = Remova AWS_ACCESS_KEY_ID ou exporte também { $variable }.
doctor-environment_token_missing = As chaves temporárias nas variáveis não têm token de sessão
    .explanation = A chave de acesso { $key } é de uma sessão (começa com ASIA). A AWS só a aceita junto com AWS_SESSION_TOKEN, que não está definida.
    .fix = Exporte os três valores da sessão ou remova as chaves.
doctor-stale_security_token_variable = AWS_SECURITY_TOKEN de uma sessão antiga é enviada com as chaves
    .explanation = A AWS CLI lê AWS_SECURITY_TOKEN, o nome antigo, antes de AWS_SESSION_TOKEN. O valor que alguma ferramenta deixou ali não é da chave de acesso { $key }.
    .fix = Remova AWS_SECURITY_TOKEN.
doctor-environment_shadows_profile = Chaves nas variáveis prevalecem sobre o perfil “{ $profile }”
    .explanation = A chamada usa a chave de acesso { $key } das variáveis de ambiente em vez do perfil “{ $profile }”, porque as variáveis prevalecem sobre AWS_PROFILE. Ela age com outra identidade, não a do perfil.
    .fix = Remova as chaves ou indique o perfil com --profile.
doctor-web_identity_variables_shadow_profile = Variáveis de identidade da web prevalecem sobre o perfil “{ $profile }”
    .explanation = AWS_WEB_IDENTITY_TOKEN_FILE e AWS_ROLE_ARN estão definidas e prevalecem sobre as chaves do perfil em { $variable }.
    .fix = Remova-as ou indique o perfil com --profile.
doctor-region_variable_ignored = A AWS CLI v1 não lê AWS_REGION
    .explanation = AWS_REGION é { $region }, mas a AWS CLI daqui é a versão 1, que só lê AWS_DEFAULT_REGION.
    .fix = Defina também AWS_DEFAULT_REGION ou instale a versão 2.
doctor-expired_persistent_keys = Novos shells vão começar com chaves expiradas
    .explanation = { $place } define chaves de uma sessão que expirou em { $end }. Este shell não é afetado.
    .fix = Remova essas linhas.

doctor-setting_misspelt = { $fault ->
        [no_equals] Falta o sinal de igual depois de { $meant }
       *[spelling] { $key } não é uma configuração. Você quis dizer { $meant }?
    }
    .explanation = { $fault ->
        [no_equals] Em { $place }, há um espaço em vez do sinal de igual. A AWS CLI lê a linha como outra chave e a ignora, por isso falta { $meant } no perfil “{ $profile }”.
       *[spelling] A AWS CLI ignora em silêncio as chaves que não conhece, por isso { $place } não tem efeito e falta { $meant } no perfil “{ $profile }”.
    }
    .fix = { $fault ->
        [no_equals] Adicione um sinal de igual depois de { $meant } em { $place }.
       *[spelling] Troque por { $meant } em { $place }.
    }
doctor-setting_indented = Os espaços antes de { $meant } tornam a linha parte da anterior
    .explanation = A linha em { $place } começa com espaços; a AWS CLI a junta ao valor acima, por isso falta { $meant } no perfil “{ $profile }”.
    .fix = Remova os espaços antes de { $meant } em { $place }.
doctor-source_profile_missing = O perfil de origem “{ $source }” não existe
    .explanation = O perfil “{ $profile }” usa as credenciais de “{ $source }” ({ $place }), mas nenhum dos arquivos tem um perfil com esse nome.
    .fix = Corrija source_profile em { $place } ou crie o perfil “{ $source }”.
doctor-source_profile_loop = Os perfis de origem formam um círculo
    .explanation = { $chain } ({ $place }). A cadeia tem de terminar em um perfil com credenciais próprias.
    .fix = Defina em { $place } um perfil com credenciais.
doctor-source_profile_without_credentials = O perfil de origem “{ $source }” não tem credenciais
    .explanation = O perfil “{ $profile }” usa as credenciais de “{ $source }” ({ $place }), que não tem chaves, login, programa nem função. Para um perfil de origem, as variáveis não contam.
    .fix = Dê chaves ou um login a “{ $source }” ou defina outro source_profile.
doctor-role_without_source = O perfil “{ $profile }” tem uma função, mas nenhuma origem para assumi-la
    .explanation = role_arn em { $place } também precisa de source_profile ou credential_source.
    .fix = Adicione source_profile com o nome de um perfil que possa assumir a função.
doctor-two_sources = O perfil “{ $profile }” tem duas origens
    .explanation = Ele tem source_profile e também credential_source ({ $place }), e a AWS CLI se recusa a escolher.
    .fix = Remova um dos dois.
doctor-credential_source_invalid = “{ $value }” não é um credential_source válido
    .explanation = { $place } deve dizer Environment, Ec2InstanceMetadata ou EcsContainer, exatamente com esta grafia.
    .fix = Use um dos três ou use source_profile.
doctor-credential_source_empty = credential_source = { $value } não encontra nada aqui
    .explanation = O perfil “{ $profile }” usa as credenciais dali ({ $place }), mas nenhuma variável deste ambiente fornece alguma.
    .fix = Execute onde essas credenciais existem ou use source_profile.
doctor-role_arn_malformed = role_arn não é o ARN de uma função
    .explanation = { $place } diz “{ $value }”. O ARN de uma função é como arn:aws:iam::123456789012:role/NOME.
    .fix = Copie o ARN da página da função no console do IAM.
doctor-source_role_not_assumed = As chaves de “{ $source }” são usadas em vez da função
    .explanation = “{ $source }” tem chaves ({ $place }) e uma função. Como origem de “{ $profile }”, a AWS CLI usa as chaves, como o usuário a que pertencem, e nunca assume { $role }.
    .fix = Mova as chaves para um perfil próprio e defina-o como source_profile de “{ $source }”.
doctor-credentials_file_overrides = { $key } no arquivo credentials prevalece sobre o arquivo config
    .explanation = { $key } do perfil “{ $profile }” está em { $place } e, com outro valor, em { $other }. Vale o do arquivo credentials; o outro não tem efeito.
    .fix = Remova { $key } em { $place }, a menos que seja o certo.
doctor-sso_session_missing = Não há [sso-session { $session }]
    .explanation = O perfil “{ $profile }” faz login por “{ $session }” ({ $place }), mas o arquivo config não tem essa seção.
    .fix = Corrija o nome ou crie a seção: aws configure sso-session.
doctor-sso_setting_missing = Falta { $key } para o login de “{ $profile }”
    .explanation = A AWS CLI precisa de sso_account_id, sso_role_name, sso_start_url e sso_region, mas falta { $key } em { $place }.
    .fix = Adicione { $key } ali ou execute: aws configure sso --profile { $profile }
doctor-sso_settings_inconsistent = O perfil e sua sso-session se contradizem
    .explanation = { $key } do perfil “{ $profile }” ({ $place }) é diferente do da sso-session ({ $other }), e a AWS CLI se recusa a escolher.
    .fix = Remova { $key } em { $place }.
doctor-web_identity_role_missing = Há um arquivo de token, mas nenhuma função a assumir com ele
    .explanation = { $place } define o arquivo de token de uma identidade da web, mas falta role_arn no perfil “{ $profile }”.
    .fix = Adicione role_arn (ou AWS_ROLE_ARN) ou remova a configuração do arquivo de token.
doctor-services_section_missing = Não há [services { $services }]
    .explanation = O perfil “{ $profile }” usa endpoints dessa seção ({ $place }), mas o arquivo config não a tem.
    .fix = Adicione a seção ou remova a linha.
doctor-setting_value_invalid = A AWS CLI não aceita { $key } = { $value }
    .explanation = { $kind ->
        [number] O valor em { $place } deve ser um número inteiro. Todos os comandos falham.
        [range] O valor em { $place } deve ser um número inteiro ({ $takes }). Todos os comandos falham.
       *[word] O valor está em { $place }. Esta AWS CLI aceita: { $takes }. Todos os comandos falham.
    }
    .fix = Corrija o valor ou remova-o para usar o padrão.
doctor-no_credentials = O perfil “{ $profile }” não tem credenciais
    .explanation = Nenhuma variável, chave, função com origem, login ou programa: nenhum dos provedores que a AWS CLI consulta forneceu credenciais.
    .fix = Adicione chaves ou uma função com source_profile, ou faça login: aws configure sso, aws login.
doctor-region_missing = Nenhuma região está definida para “{ $profile }”
    .explanation = Sem uma região, a AWS CLI não sabe qual endpoint chamar. Um perfil não herda nenhuma, nem de [default] nem do perfil de origem.
    .fix = Adicione region ao perfil ou defina AWS_REGION.
doctor-region_malformed = “{ $region }” não é o nome de uma região
    .explanation = É o que diz { $place }. Não pode fazer parte do nome de um host, por isso a AWS CLI recusa.
    .fix = Use uma região como sa-east-1, sem aspas nem comentário.
doctor-duration_out_of_range = A AWS não permite sessões de { $seconds } segundos
    .explanation = duration_seconds em { $place } deve ficar entre 900 e 43200.
    .fix = Use um número nesse intervalo ou remova a linha: o usual é uma hora.
doctor-chained_duration_too_long = Uma função assumida por outra função dura no máximo uma hora
    .explanation = duration_seconds em { $place } pede { $seconds } segundos. A sessão de outra função assina a chamada, e então a AWS permite 3600.
    .fix = Use 3600 ou menos.
doctor-duration_not_a_number = duration_seconds não é um número e é ignorado
    .explanation = “{ $value }” em { $place } não é um número. A AWS CLI pede uma hora, sem avisar.
    .fix = Use segundos, como 3600.
doctor-readers_disagree = Outros SDKs leem o perfil “{ $profile }” de outro modo
    .explanation = { $readers } e a AWS CLI leem a linha em { $place } de modos diferentes. Os comandos funcionam; os programas talvez não.
    .fix = Use a forma simples “chave = valor”, sem aspas e sem comentário depois do valor.

doctor-partial_keys = Falta o segredo da chave de acesso de “{ $profile }”
    .explanation = Há uma chave de acesso em { $place }, mas sem { $key }.
    .fix = Adicione { $key } na mesma seção ou remova a chave de acesso.
doctor-keys_split_over_files = A chave de acesso e o segredo de “{ $profile }” estão em dois arquivos
    .explanation = A chave de acesso está em { $place }, o segredo em { $other }. A AWS CLI usa os dois do mesmo arquivo.
    .fix = Mova o segredo para o arquivo da chave de acesso.
doctor-token_in_other_file = O token de sessão de “{ $profile }” não está no arquivo das chaves
    .explanation = As chaves estão em { $place }, o token em { $other }. A AWS CLI usa os três do mesmo arquivo, por isso não envia o token.
    .fix = Mova o token para o arquivo das chaves.
doctor-session_token_missing = As chaves temporárias de “{ $profile }” não têm token de sessão
    .explanation = A chave de acesso { $key } em { $place } é de uma sessão (começa com ASIA). A AWS só a aceita junto com aws_session_token.
    .fix = Cole os três valores da sessão: sandglass profile paste.
    .window = Cole os três valores da sessão em Perfis.
doctor-stale_security_token = O token de uma sessão antiga é enviado com as chaves de “{ $profile }”
    .explanation = A AWS CLI lê aws_security_token, o nome antigo, antes de aws_session_token. O valor que alguma ferramenta deixou em { $line } não é da chave de acesso { $key }.
    .fix = Remova a linha { $line }.
doctor-key_malformed = O ID da chave de acesso é inválido
    .explanation = { $fault ->
        [form-comment] Há um comentário depois do valor em { $place }; para a AWS CLI, ele faz parte do valor.
        [form-quotes] O valor em { $place } está entre aspas; para a AWS CLI, elas fazem parte do valor.
        [form-blank] O valor em { $place } contém um espaço.
        [form-short] O valor em { $place } é curto demais: foi cortado ao ser copiado. Os IDs de chave de acesso da AWS têm 20 caracteres.
        [form-long] O valor em { $place } é longo demais: algo foi colado depois dele. Os IDs de chave de acesso da AWS têm 20 caracteres.
        [form-empty] O valor em { $place } está vazio.
       *[form-letters] O valor em { $place } contém caracteres que nenhum ID de chave de acesso tem.
    }
    .fix = Copie a chave de acesso novamente.
doctor-secret_malformed = A chave secreta é inválida
    .explanation = { $fault ->
        [form-comment] Há um comentário depois do valor em { $place }. Para a AWS CLI, ele faz parte do segredo, e toda assinatura fica errada.
        [form-quotes] O valor em { $place } está entre aspas. Para a AWS CLI, elas fazem parte do segredo, e toda assinatura fica errada.
        [form-blank] O valor em { $place } contém um espaço, e toda assinatura fica errada.
        [form-short] O valor em { $place } é curto demais: foi cortado ao ser copiado. As chaves secretas da AWS têm 40 caracteres.
        [form-long] O valor em { $place } é longo demais: algo foi colado depois dele. As chaves secretas da AWS têm 40 caracteres.
        [form-empty] O valor em { $place } está vazio.
       *[form-letters] O valor em { $place } contém caracteres que nenhuma chave secreta tem.
    }
    .fix = Copie a chave secreta novamente ou crie uma nova chave de acesso.
doctor-token_malformed = O token de sessão é inválido
    .explanation = O valor em { $place } contém uma quebra de linha ou outro caractere que nenhum token de sessão tem.
    .fix = Copie novamente os três valores da sessão, cada um em uma só linha.
doctor-expired_file_keys = As chaves de “{ $profile }” expiraram
    .explanation = { $dated ->
        [yes] As chaves temporárias em { $place } expiraram em { $end }.
       *[other] As chaves temporárias em { $place } expiraram, segundo a AWS.
    } { $refreshed ->
        [yes] Você escolheu uma função a partir da qual elas são renovadas.
       *[other] Nada as renova automaticamente.
    }
    .fix = Renove-as, se você escolheu uma função para isso, cole uma nova sessão (sandglass profile paste) ou transforme o perfil em uma função renovada automaticamente (sandglass profile convert).
    .window = Renove-as, se você escolheu uma função para isso. Ou, em Perfis, cole uma nova sessão ou escolha “Renovar automaticamente…”.
doctor-expired_keys_shadow_process = Chaves expiradas prevalecem sobre credential_process
    .explanation = O perfil “{ $profile }” receberia credenciais novas do programa, mas a AWS CLI lê antes o arquivo credentials, e as chaves em { $place } expiraram.
    .fix = Remova as chaves antigas do arquivo credentials.
doctor-expired_keys_shadow_login = Chaves expiradas prevalecem sobre o login
    .explanation = O perfil “{ $profile }” usaria o login (aws login), mas a AWS CLI lê antes o arquivo credentials, e as chaves em { $place } expiraram.
    .fix = Remova as chaves antigas do arquivo credentials.
doctor-expiring_file_keys = As chaves de “{ $profile }” expiram em breve
    .explanation = As chaves temporárias em { $place } expiram em { $end }.
    .fix = Obtenha uma nova sessão a tempo.

doctor-cache_entry_damaged = A sessão em cache de “{ $profile }” está danificada
    .explanation = A AWS CLI falha em { $path } ({ $reason }) em vez de ignorá-lo. Ela só mostra o nome do arquivo ou de um campo.
    .fix = Exclua o arquivo; o próximo comando cria um novo.
doctor-cache_directory_unwritable = A AWS CLI não consegue guardar suas sessões
    .explanation = Não é possível gravar em { $path }: { $reason }. Quando uma sessão não pode ser guardada, o comando falha.
    .fix = Faça dele um diretório em que seu usuário possa gravar.
doctor-cache_entry_expired = A sessão em cache de “{ $profile }” expirou
    .explanation = { $path } expirou em { $end }. O próximo comando cria uma nova.
    .fix = Você não precisa fazer nada.

doctor-sso_not_signed_in = Você não fez login no IAM Identity Center para “{ $profile }”
    .explanation = A AWS CLI procura o login em { $path }, mas esse arquivo não existe.
    .fix = Faça login.
doctor-sso_token_expired = O login no IAM Identity Center expirou
    .explanation = { $refused ->
        [yes] O token do perfil “{ $profile }” expirou em { $end }, e a AWS se recusa a renová-lo: “{ $detail }”. Um login dura o tempo que o administrador permite e termina quando o usuário é desconectado.
       *[no] O token do perfil “{ $profile }” expirou em { $end } e não pode ser renovado: não tem token de atualização ou vem de um perfil sem sso_session.
    }
    .fix = Faça login novamente.
doctor-sso_registration_expired = O login não pode mais ser renovado
    .explanation = { $refused ->
        [yes] O token do perfil “{ $profile }” expirou em { $end }. Ele tem um token de atualização, mas a AWS não aceita mais o cliente para o qual foi criado: “{ $detail }”.
       *[no] O token do perfil “{ $profile }” expirou em { $end }. Ele tem um token de atualização, mas o registro do cliente para o qual foi criado expirou em { $registration }.
    }
    .fix = Faça login novamente; isso registra o cliente outra vez.
doctor-sso_token_of_other_url = O login é de outro portal
    .explanation = O token em { $path } foi criado para { $url }, mas o perfil “{ $profile }” usa { $expected }.
    .fix = Faça login novamente.
doctor-sso_token_damaged = O arquivo de login está danificado
    .explanation = A AWS CLI não consegue usar { $path }: { $reason }.
    .fix = Faça login novamente para substituir o arquivo.
doctor-login_not_signed_in = Você não fez login com aws login para “{ $profile }”
    .explanation = A AWS CLI procura o login em { $path }, mas esse arquivo não existe.
    .fix = Faça login.
doctor-login_session_expired = O login com aws login expirou
    .explanation = A AWS não renova mais a sessão do perfil “{ $profile }”{ $refused ->
        [yes] {": “"}{ $detail }”
       *[no] {""}
    }. Ela dura no máximo doze horas e termina quando a senha ou as permissões do usuário mudam.
    .fix = Faça login novamente.
doctor-login_token_damaged = O arquivo de aws login está danificado
    .explanation = A AWS CLI não consegue usar { $path }: { $reason }.
    .fix = Faça login novamente para substituir o arquivo.

doctor-aws_cli_missing = A AWS CLI não foi encontrada
    .explanation = Nenhum diretório do PATH tem um programa “aws”.
    .fix = Instale a AWS CLI versão 2 ou adicione o diretório dela ao PATH.
doctor-aws_cli_broken = A AWS CLI não inicia
    .explanation = { $path } é o primeiro “aws” do PATH, mas não inicia ou falha antes de fazer qualquer coisa: falta o interpretador ou uma parte dele.
    .fix = Reinstale a AWS CLI ou remova { $path } para que outra do PATH seja usada.
doctor-aws_cli_too_old = A AWS CLI é antiga demais para { $feature }
    .explanation = { $path } é a versão { $version }; { $feature } precisa da { $needs }. Uma versão mais antiga ignora a configuração em silêncio ou a recusa.
    .fix = Instale a AWS CLI { $needs } ou mais nova.
doctor-several_aws_clis = Há várias AWS CLIs instaladas
    .explanation = A primeira do PATH é usada: { $clis }.
    .fix = Remova as que você não usa ou reordene o PATH.

doctor-mfa_refused = A AWS recusou o código MFA
    .explanation = O código estava errado, já tinha sido usado ou é de outro dispositivo.
    .fix = Espere o próximo código. Verifique mfa_serial e o relógio.

# As verificações.
check-files = Arquivos da AWS
check-profile_choice = Perfil
check-environment = Variáveis de ambiente
check-chain = Configurações e origens
check-credentials = Credenciais usadas
check-keys = Chaves em arquivos
check-role_cache = Cache da AWS CLI
check-sso = IAM Identity Center
check-login = aws login
check-process = Programas, arquivos de token e hosts
check-cli = AWS CLI
check-clock = Relógio
check-proxy = Proxy e certificados
check-endpoint = Endpoint
check-assume_role = Assumir a função
check-identity = Identidade
check-files-ok = { $config } e { $credentials } podem ser lidos
check-profile_choice-ok = { $profile }
check-profile_choice-variable = { $profile }, definido por { $variable }
check-environment-none = nenhuma variável da AWS está definida
check-environment-ok = { $count ->
        [one] { $count } variável da AWS está definida e não atrapalha
       *[other] { $count } variáveis da AWS estão definidas e nenhuma atrapalha
    }
check-environment-explicit = { $count ->
        [one] { $count } variável da AWS está definida; com --profile, as chaves não contam
       *[other] { $count } variáveis da AWS estão definidas; com --profile, as chaves não contam
    }
check-environment-desktop = nada define chaves para novos terminais; os abertos não são visíveis daqui. Para verificar um deles, execute nele: { $command }
check-chain-ok = { $links }
check-credentials-ok = { $method }, { $place }
check-credentials-none = nada
check-keys-none = nenhuma em uso
check-keys-long_term = { $key } de { $profile }, de longo prazo
check-keys-temporary = { $key } de { $profile }, temporária
check-role_cache-none = vazio
check-role_cache-ok = { $files ->
        [0] nenhuma sessão
        [one] { $files } sessão
       *[other] { $files } sessões
    }, { $expired ->
        [0] nenhuma expirada
        [one] { $expired } expirada
       *[other] { $expired } expiradas
    }
check-sso-none = não usado
check-sso-signed_in = login válido até { $end }
check-sso-over = o token expirou em { $end }; a AWS CLI o renovaria
check-sso-refreshed = renovado; login válido até { $end }
check-login-none = não usado
check-login-ok = login feito
check-login-over = as chaves expiraram; a AWS CLI as renovaria
check-login-refreshed = login feito; as chaves foram renovadas
check-cli-ok = { $version }, { $path }
check-cli-silent = { $path } não mostra a versão

# O que mostra uma causa.
exhibit-home = Diretório pessoal
exhibit-file = Arquivo
exhibit-mode = Modo
exhibit-bad_line = { $reason ->
        [duplicate_section] Seção duplicada
        [duplicate_key] Chave duplicada
        [before_section] Linha antes da primeira seção
        [bom] Marca de ordem de bytes
        [encoding] Não é UTF-8
        [header] Cabeçalho inválido
        [nested] Linha inválida em um bloco aninhado
       *[no_separator] Nem seção nem configuração
    }
exhibit-profile_asked = Perfil
exhibit-meant = Nome parecido
exhibit-section = Seção
exhibit-header = Cabeçalho
exhibit-header_lost = Não tem efeito
exhibit-header_counts = Vale
exhibit-variable = Variável
exhibit-set_in = Definida para novos shells
exhibit-set_by_launchctl = Definida pelo launchctl para novos programas
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
exhibit-end = Expiração registrada
exhibit-cached = Sessão de “{ $profile }” até { $end }
exhibit-cache_file = Sessão em cache
exhibit-directory = Diretório
exhibit-aws_cli = AWS CLI
exhibit-used_by = { $command }

# O que corrige uma causa.
fix-unset = Remover { $names }
fix-edit_shell_file = { $count ->
        [one] Remover { $count } linha de { $path }
       *[other] Remover { $count } linhas de { $path }
    }
fix-system_variables = Remover { $names } das variáveis de novos programas
fix-choose_profile = Usar o perfil “{ $profile }”
fix-clean_value = Limpar o valor
fix-delete_cache_file = Excluir { $path }
fix-drop_keys = Remover as chaves antigas de “{ $profile }”
fix-header = Trocar { $was } por { $by }
fix-join_keys = Pôr { $key } também em { $path }
fix-lines = Corrigir as linhas do arquivo
fix-remove_key = Remover { $key }
fix-remove_override = Remover { $key } do arquivo credentials
fix-set_key = Definir { $key } como { $value }
fix-set_region = Definir uma região para “{ $profile }”
fix-sign_in = Fazer login
fix-spell_key = Trocar { $was } por { $by }
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
symptom-wrong_identity = Os comandos agem com outra identidade, não a esperada
symptom-sso_token = Error loading SSO Token, ou: Token has expired and refresh failed
symptom-process = Error when retrieving credentials from custom-process
symptom-container = Error when retrieving credentials from container-role
symptom-instance = Error when retrieving credentials from Ec2InstanceMetadata
symptom-clock = Signature expired, ou: Signature not yet current
symptom-network = Could not connect to the endpoint URL
symptom-file_name = Uma mensagem que é só o nome de um arquivo, ou 'Credentials'
symptom-infinite_loop = Infinite loop in credential configuration detected
symptom-validation = ValidationError
symptom-error = { $operation ->
        [none] seu erro: { $code }
       *[other] seu erro: { $code } ao chamar { $operation }
    }

# Títulos.
diagnosis-evidence = Evidências
diagnosis-symptoms = Erros que isto causa
diagnosis-fixes = Como corrigir
diagnosis-also_found = Também encontrado
diagnosis-used = O que cada chamada usaria
diagnosis-checks = Verificado na ordem que a AWS CLI usa

# O resultado de uma verificação.
diagnosis-state-ok = OK
diagnosis-state-warn = Nota
diagnosis-state-fail = Problema
diagnosis-state-skipped = Não verificado
