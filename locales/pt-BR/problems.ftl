# Uma mensagem para cada código de problema: o que houve, em uma frase curta; .next: o que fazer; .brief: poucas palavras para o menu.
# .window: o que fazer na janela, onde não é o mesmo que em um terminal; .field: os dois em um, ao lado do campo de um formulário.
# .detail: as palavras da AWS ou do sistema, por inteiro. Não estão em nenhuma mensagem.
# {$place} é um arquivo com sua linha (~/.aws/config:12) ou o nome de uma variável; {$bracketed} é o mesmo entre parênteses, ou nada.
problem-unknown_profile = Não há perfil “{$profile}” nos arquivos da AWS.
    .next = Verifique a grafia: `sandglass status` lista todos os perfis.
    .window = Verifique a grafia.
    .brief = perfil inexistente
problem-file_unparsable = Erro em {$place}: { $reason ->
    [duplicate_section] a seção [{$name}] é uma duplicata da linha {$first}
    [duplicate_key] a chave {$name} é uma duplicata da linha {$first}
    [before_section] esta linha vem antes da primeira [seção]
    [bom] o arquivo começa com uma marca de ordem de bytes (BOM), um caractere invisível
    [encoding] o arquivo não é texto UTF-8
    [header] o cabeçalho da seção está vazio ou sem o colchete final
    [nested] esta linha pertence a um bloco aninhado e não é “chave = valor”
   *[no_separator] esta linha não é uma [seção] nem “chave = valor”
}.
    .next = A AWS CLI não consegue ler o arquivo, e nenhum perfil funciona. { $reason ->
        [bom] Salve o arquivo como UTF-8 sem BOM.
        [encoding] Salve o arquivo como UTF-8.
       *[other] Corrija essa linha.
    }
    .brief = arquivo da AWS inválido
problem-file_unreadable = Não é possível ler {$path}: {$reason}.
    .next = Dê ao seu usuário permissão de leitura em {$path}.
    .brief = arquivo da AWS ilegível
problem-no_home = O diretório pessoal é desconhecido: nem HOME nem USERPROFILE está definida.
    .next = Defina HOME (USERPROFILE no Windows) e tente novamente.
    .brief = sem diretório pessoal
problem-source_loop = Os perfis de origem formam um círculo: {$chain} ({$place}).
    .next = Altere source_profile em {$place} para que a cadeia termine em um perfil com chaves.
    .brief = perfis de origem em círculo
    .field = Forma um círculo: {$chain}. Escolha um perfil cuja cadeia termine em chaves.
problem-helper_loop = O programa auxiliar de “{$profile}” pede as próprias credenciais ({$place}).
    .next = Indique outro perfil em credential_process em {$place}.
    .brief = programa auxiliar circular
problem-missing_source = O perfil de origem “{$source}” de “{$profile}” não existe ({$place}).
    .next = Corrija source_profile em {$place} ou crie o perfil “{$source}”.
    .brief = falta o perfil de origem
    .field = Não há perfil “{$source}”. Escolha outro ou crie-o.
problem-chain_too_long = A cadeia de perfis de origem passa de {$most} em “{$profile}” ({$place}): a AWS CLI falha com ela.
    .next = Em “{$profile}”, indique como source_profile um perfil com chave de acesso.
    .brief = cadeia longa demais
problem-source_without_credentials = O perfil de origem “{$source}” de “{$profile}” não tem credenciais ({$place}).
    .next = Dê uma chave de acesso a “{$source}” ou defina outro source_profile em {$place}.
    .brief = origem sem credenciais
    .field = “{$source}” não tem credenciais. Dê a ele uma chave de acesso ou escolha outro.
problem-role_without_source = O perfil “{$profile}” tem role_arn, mas nem source_profile nem credential_source ({$place}).
    .next = Adicione source_profile = NOME abaixo de {$place}.
    .brief = função sem origem
    .field = Escolha o perfil que assume a função.
problem-two_sources = O perfil “{$profile}” tem source_profile e também credential_source ({$place}).
    .next = Remova um dos dois.
    .brief = duas origens
    .field = Remova isto ou source_profile: uma função tem uma só origem.
problem-invalid_credential_source = “{$value}” não é um credential_source que a AWS CLI conheça ({$place}, perfil “{$profile}”).
    .next = Use Environment, Ec2InstanceMetadata ou EcsContainer, exatamente com esta grafia.
    .brief = credential_source desconhecido
    .field = Deve ser Environment, Ec2InstanceMetadata ou EcsContainer, exatamente com esta grafia.
problem-no_environment_keys = O perfil “{$profile}” usa as chaves das variáveis de ambiente, mas nenhuma está definida ({$place}).
    .next = Defina AWS_ACCESS_KEY_ID e AWS_SECRET_ACCESS_KEY ou use source_profile.
    .brief = sem chaves no ambiente
problem-no_container = O perfil “{$profile}” usa as credenciais de um contêiner, mas nenhuma variável indica um ({$place}).
    .next = Use source_profile, a menos que isto rode em um contêiner do ECS ou do EKS.
    .brief = fora de um contêiner
problem-partial_keys = As chaves do perfil “{$profile}” estão incompletas: falta {$key} ({$place}).
    .next = Adicione {$key} junto à chave de acesso em {$place}.
    .brief = chaves incompletas
problem-lock_held = { $known ->
    [yes] O processo {$process} do Sandglass está ocupado com isto desde {$since} e não termina.
   *[no] Outro processo do Sandglass está ocupado com isto e não termina.
}
    .next = Espere por ele ou encerre-o e tente novamente. Nada se perde: um processo que termina dá lugar sozinho.
    .brief = outro processo está ocupado com isso
problem-renewal_stuck = A renovação de “{$profile}” não terminou em três minutos.
    .next = Tente novamente. O diagnóstico mostra o que a separa da AWS.
    .brief = não terminou a tempo
problem-internal_error = O Sandglass falhou onde nunca deveria ({$at}).
    .next = Tente novamente. Se acontecer novamente, informe este local; nada mais foi encerrado por isso.
    .brief = erro interno
problem-malformed_keys = {$key} do perfil “{$profile}” contém uma quebra de linha ou outro caractere que nenhuma chave tem ({$place}).
    .next = Copie {$key} novamente, em uma só linha.
    .brief = chaves inválidas
problem-no_credentials = O perfil “{$profile}” não tem credenciais.
    .next = Adicione chaves, um role_arn com source_profile ou um sso_session.
    .brief = sem credenciais
problem-missing_setting = Falta {$key} no perfil “{$profile}” ({$place}).
    .next = Adicione {$key} ao perfil.
    .brief = falta uma configuração
problem-missing_services = O perfil “{$profile}” refere-se à seção services “{$services}”, que não existe ({$place}).
    .next = Adicione [services {$services}] ao arquivo config ou remova a linha em {$place}.
    .brief = falta a seção services
problem-invalid_duration = duration_seconds = {$value} não é um número, e a AWS CLI o ignora sem avisar ({$place}).
    .next = Use um número de segundos, como 3600.
    .brief = duração ignorada
    .field = Não é um número, e a AWS CLI o ignora. Use segundos, como 3600.
problem-readers_disagree = O perfil “{$profile}” é lido de um modo por {$readers} e de outro pela AWS CLI ({$place}).
    .next = Reescreva a linha em {$place} na forma simples “chave = valor”, sem comentário depois do valor.
    .brief = SDKs leem de outro modo
problem-endpoint_in_clear = O endpoint {$endpoint} não é criptografado: qualquer um no caminho pode ler as chaves que ele devolve ({$place}).
    .next = Use https:// na URL do endpoint em {$place}.
    .brief = endpoint sem criptografia
problem-source_expired = As chaves da origem “{$source}” expiraram ({$place}).
    .next = Substitua-as por novas chaves e depois renove.
    .brief = chaves de origem expiradas
problem-damaged_cache = A sessão em cache {$path} está danificada, e a AWS CLI falha ao lê-la.
    .next = Renove o perfil para substituir o arquivo.
    .brief = cache danificado
problem-unreadable_cache = Você não pode ler a sessão em cache {$path}; talvez tenha sido gravada com sudo.
    .next = Renove o perfil para substituí-la, ou torne-se o dono do arquivo: chown.
    .brief = cache ilegível
problem-no_region = O perfil “{$profile}” não tem região, por isso o Sandglass não pode pedir uma sessão à AWS.
    .next = Adicione region = REGIÃO ao perfil ou defina AWS_REGION.
    .brief = sem região
problem-chained_duration = Uma função assumida a partir de outra dura no máximo uma hora, mas “{$profile}” pede {$seconds} segundos ({$place}).
    .next = Defina duration_seconds como 3600 ou menos em {$place} ou remova a linha.
    .brief = mais de 1 h para função encadeada
    .field = No máximo 3600 segundos (1 h) para uma função assumida a partir de outra.
problem-duration_above_maximum = duration_seconds = {$seconds} é mais do que a função {$role} permite ({$place}).
    .next = Reduza duration_seconds em {$place} ou aumente a duração máxima da sessão da função no IAM.
    .brief = mais do que a função permite
problem-duration_out_of_range = duration_seconds = {$seconds} está fora do que a AWS permite: de 900 a 43200 ({$place}).
    .next = Use um número de segundos de 900 a 43200 em {$place}.
    .brief = duração não permitida
    .field = Use de 900 (15 min) a 43.200 segundos (12 h).
problem-needs_mfa = O perfil “{$profile}” precisa de um código do dispositivo MFA {$serial}.
    .next = Execute `sandglass renew {$command}` em um terminal e digite o código ou passe-o com --mfa.
    .window = Renove-o e digite o código que seu dispositivo mostra.
    .brief = precisa de código MFA
problem-mfa_refused = A AWS recusou o código MFA de {$serial}.
    .next = Espere o próximo código e digite-o. Verifique se {$serial} é o seu dispositivo ({$place}).
    .brief = código MFA recusado
problem-mfa_malformed = Um código MFA tem seis dígitos.
    .next = Digite os seis dígitos que seu dispositivo mostra para {$serial}.
    .brief = código MFA inválido
problem-access_denied = A AWS recusa a função {$role_name} a {$who}.
    .next = { $external ->
        [yes] Verifique a política de confiança da função, a permissão sts:AssumeRole de {$who} e external_id ({$place}).
       *[no] Verifique a política de confiança da função e a permissão sts:AssumeRole de {$who} ({$place}).
    }
    .brief = acesso negado
    .detail = {$detail}
problem-invalid_key = A AWS não conhece a chave de acesso do perfil “{$profile}” ou da origem dele ({$place}).
    .next = Verifique no IAM se a chave existe e está ativa e se o token de sessão, se houver, é dela.
    .brief = chave de acesso desconhecida
problem-signature_mismatch = A chave secreta não pertence à chave de acesso ({$place}).
    .next = Copie a chave secreta novamente, sem aspas, espaços ou comentários depois dela.
    .brief = chave secreta errada
problem-clock_skew = A AWS recusa a solicitação: o relógio deste computador está errado.
    .next = Acerte o relógio, de preferência pela rede, e renove novamente.
    .brief = relógio errado
    .detail = {$detail}
problem-region_disabled = O AWS STS não está ativo na região {$region} para esta conta.
    .next = Ative-o no IAM, em Configurações da conta, ou use outra região.
    .brief = região não ativa
problem-throttled = A AWS respondeu “solicitações demais” {$tries} vezes.
    .next = Espere um minuto e renove novamente.
    .brief = solicitações demais
problem-network = Não foi possível acessar a AWS.
    .next = Verifique a rede, o proxy e as configurações de endpoint.
    .brief = sem conexão com a AWS
    .detail = {$endpoint}: {$detail}
problem-aws_fault = A AWS respondeu com um erro interno.
    .next = Tente novamente em alguns minutos.
    .brief = erro na AWS
    .detail = {$detail}
problem-refused = A AWS recusou a solicitação ({$error}).
    .next = `aws sts get-caller-identity --profile {$profile}` mostra novamente a resposta da AWS.
    .window = Detalhes mostra a resposta da AWS. Diagnosticar procura a causa.
    .brief = recusado pela AWS
    .detail = {$detail}
problem-ca_bundle = O pacote de certificados de CA {$path} não pode ser usado ({$place}).
    .next = Defina ca_bundle ou AWS_CA_BUNDLE como um arquivo PEM legível.
    .brief = pacote de certificados de CA inutilizável
    .detail = {$detail}
problem-invalid_proxy = O endereço do proxy para endpoints {$scheme} não pode ser usado.
    .next = Escreva-o como http://host:porta em HTTPS_PROXY ou HTTP_PROXY.
    .brief = proxy inutilizável
problem-cache_unwritable = Não é possível guardar a sessão em {$path}.
    .next = { $why ->
        [read_only] O sistema de arquivos está montado só para leitura: monte-o com escrita. As chaves ainda podem ser exportadas e copiadas.
        [busy] {$path} está em uso: descubra que programa ou montagem o está usando.
        [denied] Dê ao seu usuário permissão de escrita em {$path}.
        [full] Libere espaço no disco ou aumente sua cota.
        [exists] Algo que não é um diretório está no lugar dele: remova-o.
        [missing] Crie o destino do link ou remova o link.
       *[other] Verifique {$path} e o disco dele.
    }
    .brief = cache sem permissão de escrita
    .detail = {$detail}
problem-cache_unusable = O Sandglass não mexeu no cache {$path}.
    .next = Verifique {$path}: deve ser um diretório do seu usuário.
    .brief = cache inutilizável
    .detail = {$detail}
problem-cache_not_removed = Não é possível remover {$path}.
    .next = { $why ->
        [read_only] O sistema de arquivos está montado só para leitura: monte-o com escrita.
        [busy] Ele está em uso: descubra que programa ou montagem o está usando.
        [denied] Dê ao seu usuário permissão de escrita no diretório.
        [full] Libere espaço no disco ou aumente sua cota.
        [exists] Outra coisa está no lugar dele: remova-a.
        [missing] Crie o destino do link ou remova o link.
       *[other] Verifique o diretório e o disco dele.
    }
    .brief = não removido
    .detail = {$detail}
problem-cache_not_restored = Não é possível restaurar {$path}.
    .next = { $why ->
        [read_only] O sistema de arquivos está montado só para leitura: monte-o com escrita.
        [busy] Ele está em uso: descubra que programa ou montagem o está usando.
        [denied] Dê ao seu usuário permissão de escrita no diretório.
        [full] Libere espaço no disco ou aumente sua cota.
        [exists] Outra coisa está no lugar dele: remova-a.
        [missing] Crie o destino do link ou remova o link.
       *[other] Verifique o diretório e o disco dele.
    }
    .brief = não restaurado
    .detail = {$detail}
problem-cache_not_kept = Já não é possível desfazer isto.
    .next = O Sandglass guarda na memória os caches removidos por 10 minutos.
    .brief = tarde demais para desfazer
problem-needs_sign_in = { $method ->
    [login] O perfil “{$profile}” precisa de um novo login com aws login ({$place}).
   *[sso] O perfil “{$profile}” precisa de um novo login no IAM Identity Center ({$place}).
}
    .next = { $method ->
        [login] Execute: aws login {$command}
       *[sso] Execute: aws sso login {$command}
    }
    .window = { $method ->
        [login] Copie o comando de login e execute-o em um terminal.
       *[sso] Faça login; o navegador será aberto.
    }
    .brief = precisa de login
problem-mfa_process_failed = O comando do código MFA de {$serial} não deu um código ({$place}).
    .next = { $reason ->
        [not_found] Instale {$detail} ou corrija o comando em {$place}. Até lá, renove com a opção --mfa.
        [empty] Ele não imprimiu nada. Execute você mesmo o comando para ver do que ele precisa.
        [more] Ele imprimiu mais do que o código. Faça-o imprimir só os seis dígitos: no ykman, adicione --single.
        [lines] Ele imprimiu várias linhas. Faça-o imprimir só os seis dígitos.
        [digits] A AWS aceita seis dígitos, e ele imprimiu mais ou menos.
        [other] O que ele imprimiu não é um código de seis dígitos. Execute você mesmo o comando para ver do que ele precisa.
       *[failed] Execute você mesmo o comando para ver do que ele precisa. Até lá, renove com a opção --mfa.
    }
    .window = { $reason ->
        [not_found] Instale {$detail} ou corrija o comando em {$place}.
        [empty] Ele não imprimiu nada. Execute você mesmo o comando para ver do que ele precisa.
        [more] Ele imprimiu mais do que o código. Faça-o imprimir só os seis dígitos: no ykman, adicione --single.
        [lines] Ele imprimiu várias linhas. Faça-o imprimir só os seis dígitos.
        [digits] A AWS aceita seis dígitos, e ele imprimiu mais ou menos.
       *[failed] Execute você mesmo o comando para ver do que ele precisa.
    }
    .brief = o comando do MFA falhou
    .detail = {$detail}
problem-process_failed = O programa do perfil “{$profile}” não deu credenciais ({$place}).
    .next = { $reason ->
        [not_found] Instale {$detail} ou corrija credential_process em {$place}.
        [expired] Faça login com a ferramenta do programa.
        [invalid] Ele deve imprimir o JSON que a AWS CLI documenta para credential_process.
       *[failed] Execute você mesmo o comando para ver do que ele precisa.
    }
    .brief = o programa falhou
    .detail = { $reason ->
        [expired] As credenciais expiraram em {$detail}.
       *[other] {$detail}
    }
problem-identity_token_unusable = Não é possível usar o arquivo de token {$path} do perfil “{$profile}” ({$place}).
    .next = Faça a ferramenta que grava o arquivo gravar um novo token.
    .brief = arquivo de token inutilizável
    .detail = {$detail}
problem-host_failed = { $host ->
        [container] O contêiner
       *[instance] A instância do EC2
    } não deu credenciais ao perfil “{$profile}” ({$place}).
    .next = { $reason ->
        [disabled] Remova a variável AWS_EC2_METADATA_DISABLED.
        [address] Corrija a variável: sem https, só este computador e os endereços do ECS e do EKS são consultados.
        [authorization] Corrija AWS_CONTAINER_AUTHORIZATION_TOKEN ou o arquivo indicado por AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE.
        [no_token] Aumente o limite de saltos da instância ou permita a versão 1 do serviço de metadados.
        [no_role] Associe uma função do IAM à instância.
        [untrusted] Permita que ec2.amazonaws.com assuma a função, na política de confiança dela.
        [refused] Verifique ali a função e a autorização e tente novamente.
        [invalid] Verifique qual servidor responde ali: pode ser um proxy ou outro programa.
        [expired] Tente novamente quando o host tiver novas.
       *[silent] Execute na instância ou no contêiner, ou use source_profile.
    }
    .brief = sem credenciais do host
problem-file_unwritable = Não é possível gravar {$path}. Ele não mudou.
    .next = { $why ->
        [read_only] O sistema de arquivos está montado só para leitura: monte-o com escrita ou use arquivos em outro lugar (AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE).
        [busy] Ele está em uso: descubra que programa ou montagem o está usando.
        [denied] Dê ao seu usuário permissão de escrita em {$path} e no diretório dele.
        [full] Libere espaço no disco ou aumente sua cota.
        [exists] Outra coisa está no lugar dele: remova-a.
        [missing] Crie o destino do link ou remova o link.
       *[other] Verifique {$path} e o disco dele.
    }
    .brief = arquivo sem permissão de escrita
    .detail = {$detail}
problem-not_replaceable = { $why ->
    [directory] Só é possível gravar diretamente em {$path}: nada pode ser criado no diretório dele.
   *[mount] Só é possível gravar diretamente em {$path}: ele é um ponto de montagem.
}
    .next = { $why ->
        [directory] Execute o comando em um terminal, que pergunta antes, ou dê ao seu usuário permissão de escrita no diretório.
       *[mount] Execute o comando em um terminal, que pergunta antes, ou monte o diretório em vez do arquivo.
    }
    .window = { $why ->
        [directory] Dê ao seu usuário permissão de escrita no diretório ou renove em um terminal, que pergunta antes.
       *[mount] Monte o diretório em vez do arquivo ou renove em um terminal, que pergunta antes.
    }
    .brief = só diretamente
problem-file_not_edited = {$path} não foi alterado.
    .next = Altere {$path} você mesmo.
    .brief = arquivo não alterado
    .detail = {$detail}
problem-file_busy = Outros programas não param de alterar {$path}, por isso ele não foi alterado.
    .next = Tente novamente quando eles terminarem.
    .brief = arquivo em constante alteração
problem-long_term_keys = O perfil “{$profile}” tem chaves de longo prazo ({$place}). O Sandglass nunca as substitui por uma sessão.
    .next = Guarde as chaves de longo prazo em um perfil próprio e use-o como origem da renovação.
    .brief = chaves de longo prazo não são substituídas
problem-no_keys_in_file = O perfil “{$profile}” não tem chaves temporárias em um arquivo ({$place}), por isso não há o que substituir por uma sessão.
    .next = Coloque chaves temporárias nele uma vez ou renove-o sem origem de renovação.
    .brief = sem chaves temporárias em arquivo
problem-expiry_unrecorded = A AWS aceita agora as chaves do perfil “{$profile}”, mas a expiração delas não está registrada ({$place}).
    .next = Adicione x_security_token_expires = 2030-01-31T12:00:00Z (a expiração) abaixo delas ou defina uma origem de renovação: sandglass watch add --help
    .window = Adicione x_security_token_expires = 2030-01-31T12:00:00Z (a expiração) abaixo delas ou escolha “Transformar em perfil de função…” em Perfis.
    .brief = válidas agora, expiração desconhecida
problem-not_renewable = O perfil “{$profile}” tem chaves temporárias coladas ({$place}): não há de onde renová-las.
    .next = Cole novas chaves.
    .brief = chaves coladas
problem-preferences_unusable = As preferências {$path} não podem ser usadas.
    .next = { $why ->
        [read_only] O sistema de arquivos está montado só para leitura: monte-o com escrita.
        [busy] É uma montagem própria ou está em uso: monte o diretório em vez do arquivo.
        [denied] Dê ao seu usuário permissão de leitura e escrita em {$path} e no diretório dele.
        [full] Libere espaço no disco ou aumente sua cota.
        [exists] Outra coisa está no lugar dele: remova-a.
        [missing] Crie o destino do link ou remova o link.
       *[other] Corrija ou exclua {$path}.
    }
    .brief = preferências inutilizáveis
    .detail = {$reason}
preference-form = { $expected ->
    [flag] true ou false
    [minutes] um número de minutos de 1 a 2160
    [mfa-minutes] um número de minutos de 15 a 2160
    [days] um número de dias de 1 a 365
    [minutes-list] uma lista de minutos, cada um de 1 a 2160
    [names] uma lista de nomes de perfis
    [language] system, en ou pt-BR
    [theme] system, light ou dark
    [time-format] system, 24h ou 12h
    [sort] urgency, name ou account
    [label] uma palavra de no máximo 12 caracteres
    [label-color] gray, red, orange, yellow, green, blue ou purple
    [proxy] um endereço como http://proxy.example:3128
    [path] um caminho completo, ou um que comece com ~
    [editor] um comando como code -g {"{file}"}:{"{line}"}
    [browser] um comando com %u no lugar do endereço, como firefox -P work %u, ou “copy”
    [code-command] um comando como op item get AWS --otp
    [table] uma tabela
    [version] um número inteiro a partir de 1
    [key] uma tecla junto com Ctrl, Alt ou Super, como "Ctrl+Alt+S"
    [refresh-pair] definido com refresh_role e refresh_source juntos, ou sem nenhum dos dois
   *[text] um texto não vazio
}
problem-preferences_invalid = {$where}: {$key} deve ser {preference-form}.
    .next = Altere ali mesmo ou com `sandglass preferences set`; `sandglass preferences list` mostra todas.
    .window = Altere ali mesmo.
    .brief = preferências inválidas
    .field = Deve ser {preference-form}.
problem-preferences_newer = As preferências {$path} são de um Sandglass mais novo (versão {$version}), por isso este não as altera.
    .next = Atualize o Sandglass ou edite {$path} você mesmo.
    .brief = preferências de versão mais nova
problem-unknown_preference = Não existe a preferência “{$key}”.
    .next = `sandglass preferences list` mostra todas; para um perfil: profiles.NOME.silent_renewal
    .window = Verifique a grafia.
    .brief = preferência desconhecida
problem-editor_failed = Não é possível abrir {$path} com {$editor}.
    .next = Escolha outro editor nas preferências.
    .brief = o editor não inicia
    .detail = {$detail}
problem-not_opened = Não é possível abrir {$path}.
    .next = Abra-o em outro programa.
    .brief = não pode ser aberto
    .detail = {$detail}
