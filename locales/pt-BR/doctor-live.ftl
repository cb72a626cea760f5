# O que o diagnóstico aprende da rede e da AWS: para cada causa um título, por que ela faz a chamada falhar e como corrigir.
# {$place} é um arquivo com a linha (~/.aws/config:12) ou o nome de uma variável.
doctor-environment_keys_mismatched = O token de sessão nas variáveis não é desta chave de acesso
    .explanation = A AWS recusa as chaves em { $place } junto com o token de sessão delas: são de sessões diferentes, ou a sessão foi encerrada. Tudo o que é assinado com elas é recusado.
    .fix = Remova todas as variáveis AWS_ e exporte os três valores de uma mesma sessão.
doctor-environment_keys_refused = A AWS não conhece a chave de acesso nas variáveis
    .explanation = A chave de acesso em { $place } foi excluída ou desativada, ou é de outra partição. Enquanto está definida, prevalece sobre todo perfil que não for indicado com --profile.
    .fix = Remova AWS_ACCESS_KEY_ID e AWS_SECRET_ACCESS_KEY ou exporte chaves ativas.
doctor-environment_secret_wrong = A chave secreta nas variáveis não é da chave de acesso
    .explanation = A AWS conhece a chave de acesso em { $place }, mas a assinatura feita com AWS_SECRET_ACCESS_KEY está errada: o segredo é de outra chave, ou foi cortado ou alterado ao ser copiado.
    .fix = Exporte novamente a chave de acesso e a chave secreta dela.
doctor-keys_mismatched = O token de sessão não é desta chave de acesso
    .explanation = A AWS recusa as chaves em { $place } junto com o token de sessão delas: são de sessões diferentes, ou a sessão foi encerrada.
    .fix = Cole novamente os três valores de uma mesma sessão: sandglass profile paste.
    .window = Cole novamente os três valores de uma mesma sessão em Perfis.
doctor-access_key_refused = A AWS não conhece a chave de acesso
    .explanation = A chave de acesso em { $place } foi excluída ou desativada, ou é de outra partição.
    .fix = Crie uma nova chave de acesso para o usuário e salve-a no perfil “{ $profile }”.
doctor-secret_wrong = A chave secreta não é da chave de acesso
    .explanation = A AWS conhece a chave de acesso em { $place }, mas a assinatura feita com a chave secreta está errada: o segredo é de outra chave, ou foi cortado ou alterado ao ser copiado.
    .fix = Coloque novamente na mesma seção a chave secreta desta chave de acesso.
doctor-cached_session_refused = A AWS recusa a sessão em cache, embora ela não tenha expirado
    .explanation = A AWS CLI guarda em cache a sessão do perfil “{ $profile }” e continuaria a usá-la. A AWS responde { $code }: a sessão foi encerrada, ou a função dela foi excluída e criada novamente.
    .fix = Exclua o arquivo da sessão em cache; o próximo comando obtém uma nova.
doctor-sso_token_refused = O IAM Identity Center recusa o login
    .explanation = O login guardado do perfil “{ $profile }” não expirou, mas o IAM Identity Center o recusa: ele foi encerrado em outro lugar ou por um administrador.
    .fix = Faça login novamente: aws sso login --profile { $profile }
doctor-sso_role_not_assigned = O conjunto de permissões { $role } não está atribuído na conta { $account }
    .explanation = O login é válido, mas o IAM Identity Center não dá chaves ao perfil “{ $profile }”: { $role } não está, ou não está mais, atribuído a você na conta { $account }, ou um dos dois nomes está errado.
    .fix = Compare sso_account_id e sso_role_name com o portal de acesso ou peça a atribuição.
doctor-process_not_found = Não é possível executar o programa de credential_process
    .explanation = { $place } executa “{ $program }”, que não existe ou não é executável. A AWS CLI não usa shell: ~ e variáveis não são expandidas.
    .fix = Use o caminho completo do programa e verifique se ele é executável.
doctor-process_failed = O programa de credential_process falhou
    .explanation = { $status ->
        [none] O programa em { $place } não respondeu: { $detail }
       *[other] O programa em { $place } terminou com o status { $status }: { $detail }
    }
    .fix = Execute o programa você mesmo e corrija o erro que ele mostra.
doctor-process_answer_invalid = O programa de credential_process não retorna credenciais
    .explanation = { $reason ->
        [not_json] A saída do programa em { $place } não é um objeto JSON.
        [version] Falta "Version": 1 na saída do programa em { $place }.
        [missing] Falta { $field } na saída do programa em { $place }.
        [malformed] { $field }, na saída do programa em { $place }, contém uma quebra de linha ou outro caractere que nenhuma chave tem.
        [expiration] Não é possível ler a data de Expiration na saída do programa em { $place }; ela deve ser como 2026-01-31T12:00:00Z.
       *[refused] A AWS recusa as chaves do programa em { $place }.
    }
    .fix = Faça com que ele mostre {"{"}"Version": 1, "AccessKeyId": …, "SecretAccessKey": …, "SessionToken": …, "Expiration": …{"}"} e nada mais.
doctor-process_answer_expired = O programa de credential_process retorna credenciais expiradas
    .explanation = O programa em { $place } respondeu com uma sessão antiga, por isso a AWS CLI a recusa.
    .fix = Renove a sessão na ferramenta a que o programa pertence ou limpe o cache dela.
doctor-host_credentials_missing = { $host ->
        [container] O endpoint do contêiner
       *[instance] A instância do EC2
    } não dá credenciais
    .explanation = { $reason ->
        [address] O perfil “{ $profile }” usa as credenciais dali, mas o endereço em { $place } não é consultado: sem https, só este computador e os endereços do ECS e do EKS são.
        [authorization] O perfil “{ $profile }” usa as credenciais dali, mas a autorização pedida não pode ser enviada: { $detail }
        [no_token] O perfil “{ $profile }” usa as credenciais dali ({ $place }). O serviço de metadados não deu um token, e nada pode ser consultado sem ele.
        [no_role] O perfil “{ $profile }” usa as credenciais dali ({ $place }). O serviço de metadados diz que a instância não tem função.
        [untrusted] O perfil “{ $profile }” usa as credenciais dali ({ $place }). A função da instância não permite que o EC2 a assuma.
        [refused] O perfil “{ $profile }” usa as credenciais dali ({ $place }), que recusa o pedido: { $detail }
        [invalid] O perfil “{ $profile }” usa as credenciais dali ({ $place }), mas a resposta não é de credenciais: { $detail }
        [expired] O perfil “{ $profile }” usa as credenciais dali ({ $place }), mas elas expiraram em { $detail }.
       *[silent] O perfil “{ $profile }” usa as credenciais dali ({ $place }), mas nada responde: { $detail }
    }
    .fix = { $reason ->
        [address] Corrija a variável.
        [authorization] Corrija AWS_CONTAINER_AUTHORIZATION_TOKEN ou o arquivo indicado por AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE.
        [no_token] Aumente o limite de saltos da instância ou permita a versão 1 do serviço de metadados.
        [no_role] Associe uma função do IAM à instância.
        [untrusted] Permita que ec2.amazonaws.com assuma a função, na política de confiança dela.
        [refused] Verifique ali a função e a autorização.
        [invalid] Verifique qual servidor responde ali: pode ser um proxy ou outro programa.
        [expired] Tente novamente quando o host tiver novas.
       *[silent] Execute onde essas credenciais existem ou use source_profile.
    }
doctor-web_identity_file_missing = O arquivo de token da identidade da web não existe
    .explanation = { $place } indica { $path }, que não pode ser lido. A AWS CLI usa o caminho como está: ~ e variáveis não são expandidas.
    .fix = Corrija o caminho ou faça com que o token seja gravado ali novamente.
doctor-web_identity_token_expired = O token da identidade da web expirou
    .explanation = O token em { $path } expirou, por isso a AWS não dá uma sessão por ele.
    .fix = Faça com que o provedor de identidade grave um novo token no arquivo.
doctor-web_identity_token_refused = A AWS recusa o token da identidade da web
    .explanation = A AWS recusa o token em { $path } para esta função: { $detail }
    .fix = Verifique a política de confiança da função: o provedor, o público e o assunto devem corresponder ao token.
doctor-clock_skewed = { $direction ->
        [ahead] O relógio deste computador está adiantado
       *[behind] O relógio deste computador está atrasado
    }
    .explanation = { $seconds ->
        [none] A AWS aceita assinaturas com no máximo cinco minutos de diferença e diz que as suas têm mais.
       *[other] Ele difere { $seconds } segundos do relógio da AWS. A AWS aceita assinaturas com no máximo cinco minutos de diferença.
    }
    .fix = Acerte o relógio pela rede e verifique também o fuso horário.
doctor-ca_bundle_missing = O pacote de certificados de CA não existe
    .explanation = { $path } está definido como pacote de certificados de CA, mas esse arquivo não existe. Sem ele, a AWS CLI não confia em nenhum servidor.
    .fix = Corrija o caminho ou remova a configuração para usar os certificados da própria AWS CLI.
doctor-ca_bundle_unusable = O pacote de certificados de CA não contém nenhum certificado utilizável
    .explanation = { $path } está definido como pacote de certificados de CA, mas não pode ser usado: { $detail }
    .fix = Coloque nele certificados em formato PEM ou remova a configuração.
doctor-proxy_invalid = O endereço do proxy não pode ser usado
    .explanation = { $variable } está definida, mas não é o endereço de um proxy.
    .fix = Escreva-o como http://proxy.example.com:3128 ou remova { $variable }.
doctor-proxy_unreachable = O proxy não deixa as chamadas passarem
    .explanation = { $variable } envia as chamadas por { $proxy }: { $detail }
    .fix = Corrija ou remova { $variable } ou conecte-se à rede do proxy.
doctor-host_unknown = O host do endpoint não tem endereço
    .explanation = O nome { $host } é desconhecido nesta rede.
    .fix = Corrija o endpoint ou conecte-se à rede ou à VPN que conhece esse nome.
doctor-connection_refused = Nada escuta no endpoint
    .explanation = A conexão com { $endpoint } é recusada.
    .fix = Inicie o que deveria escutar ali ou remova a configuração do endpoint para acessar a própria AWS.
doctor-connection_timed_out = O endpoint não responde
    .explanation = { $endpoint } não respondeu a tempo: um firewall descarta a chamada, ou o servidor está travado.
    .fix = Tente sem VPN e firewall ou remova a configuração do endpoint para acessar a própria AWS.
doctor-tls_untrusted = O certificado do endpoint não é confiável
    .explanation = O certificado de { $endpoint } é recusado: { $detail }. Um proxy corporativo que inspeciona TLS, ou um emissor privado, precisa de um pacote de certificados de CA próprio.
    .fix = Defina AWS_CA_BUNDLE (ou ca_bundle) como um arquivo com o certificado do emissor.
doctor-captive_portal = Uma página de login da rede responde no lugar da AWS
    .explanation = { $endpoint } respondeu com uma página web ({ $detail }), como fazem as redes de hotéis, trens e visitantes.
    .fix = Abra um navegador, faça login na rede e tente novamente.
doctor-endpoint_wrong = O endpoint não é o STS
    .explanation = { $endpoint } está definido como endpoint, mas o servidor ali não é o Security Token Service da AWS ({ $detail }).
    .fix = Corrija endpoint_url ou a variável dele, ou remova-o para acessar a própria AWS.
doctor-region_unknown = A região { $region } não existe
    .explanation = Nenhum endpoint da AWS tem a região { $region } no nome.
    .fix = { $near ->
        [none] Use o nome de uma região, como eu-central-1.
       *[other] Você quis dizer { $near }? Use o nome de uma região.
    }
doctor-region_disabled = O STS não está ativo em { $region }
    .explanation = A AWS recusa chamadas ao STS em { $region } para esta conta: a região não está habilitada.
    .fix = Habilite a região nas configurações da conta ou use outra região.
doctor-network_unreachable = Não há conexão de rede
    .explanation = Nenhum nome pode ser resolvido, ou não há rota até { $host }.
    .fix = Conecte-se a uma rede e tente novamente.
doctor-mfa_process_failed = O comando do código MFA não dá um código
    .explanation = Não há sessão de { $role }, e { $reason ->
        [not_found] “{ $detail }”, que { $place } executa para os códigos de { $serial }, não foi encontrado.
        [empty] o comando em { $place } para os códigos de { $serial } não imprime nada.
        [more] o comando em { $place } para os códigos de { $serial } imprime mais do que o código.
        [lines] o comando em { $place } para os códigos de { $serial } imprime várias linhas.
        [digits] o comando em { $place } para os códigos de { $serial } imprime mais ou menos de seis dígitos.
        [other] o que o comando em { $place } imprime não é um código de { $serial }.
       *[failed] o comando em { $place } para os códigos de { $serial } falha: { $detail }
    }
    .fix = Execute você mesmo o comando. Ele deve imprimir seis dígitos e mais nada; no ykman, adicione --single.
doctor-mfa_required = A função exige um código MFA
    .explanation = Não há sessão de { $role } para usar, e a AWS só dá uma com um código. Um terminal o pede; outros programas falham.
    .fix = Renove com um código ou defina o dispositivo em mfa_serial, se o perfil não tiver um.
doctor-external_id_refused = A função exige outro ID externo
    .explanation = A AWS não deixa “{ $signer }” assumir { $role }. A política de confiança dela exige um ID externo que o perfil “{ $profile }” não envia.
    .fix = Peça o ID externo ao dono da função e defina-o como external_id.
doctor-duration_above_maximum = A função não permite sessões tão longas
    .explanation = duration_seconds pede { $seconds } segundos, mas o máximo da própria função é menor.
    .fix = Reduza duration_seconds ou peça que a duração máxima da sessão da função seja aumentada.
doctor-setting_refused = A AWS recusa um valor do perfil
    .explanation = A chamada para { $role } tem um valor que a AWS não aceita: { $detail }
    .fix = Corrija a configuração que a AWS indica.
doctor-assume_role_denied = A AWS recusou assumir a função
    .explanation = “{ $signer }” não pode assumir { $role }. A política de confiança dela não indica quem chama ou exige algo que a chamada não tem (um ID externo, MFA), as políticas de quem chama não permitem, ou a função não existe. A AWS diz o mesmo em todos esses casos.
    .fix = Compare o ARN de quem chama com a política de confiança da função e verifique se quem chama pode usar sts:AssumeRole nela.
doctor-wrong_account = As credenciais são de outra conta
    .explanation = Elas são da conta { $account }, mas o esperado é { $expected_account }.
    .fix = Use as chaves da conta certa.
doctor-wrong_identity = As credenciais são de outra identidade
    .explanation = A AWS diz que você é { $arn }, mas o esperado é uma sessão de { $expected_role }.
    .fix = Renove a sessão para obter a função certa.
doctor-session_policy_denies = Uma política de sessão não permite a chamada
    .explanation = “{ $signer }” é uma sessão com uma política própria, que não permite sts:AssumeRole em { $role }.
    .fix = Crie a primeira sessão sem essa política ou com uma que permita esta função.
doctor-access_denied = A AWS nega a chamada
    .explanation = A AWS conhece as credenciais, mas recusa: { $detail } ({ $code })
    .fix = Pergunte ao administrador da conta qual política nega a chamada.
doctor-throttled = A AWS recebe chamadas demais
    .explanation = Esta conta ou este usuário faz chamadas demais no momento: { $detail }
    .fix = Espere um minuto e procure um programa que chama sem parar.
doctor-aws_fault = A AWS não dá uma resposta utilizável
    .explanation = O endpoint foi alcançado, mas falhou ou não respondeu: { $detail }
    .fix = Tente novamente em alguns minutos e consulte health.aws.amazon.com.

# O que cada verificação diz em uma linha.
check-clock-ok = a no máximo { $seconds } s da AWS (limite: 5 min)
check-clock-skipped = nenhum serviço da AWS respondeu
check-proxy-ok = em uso
check-proxy-none = nenhum
check-proxy-skipped = não verificado
check-endpoint-ok = { $endpoint } responde em { $milliseconds } ms
check-endpoint-behind = não alcançado
check-endpoint-skipped = não verificado
check-process-ok = credenciais recebidas
check-process-skipped = não usado
check-process-not_asked = não executado
check-assume_role-ok = a função pode ser assumida
check-assume_role-cached = uma sessão em cache é usada
check-assume_role-skipped = nenhuma função a assumir
check-identity-ok = { $arn }
check-identity-skipped = não verificada

# O que mostra uma causa.
exhibit-credentials_from = Credenciais de
exhibit-aws_said = Resposta da AWS a { $operation }
exhibit-clock = O relógio deste computador, comparado com o da AWS
exhibit-proxy = Proxy
exhibit-ca_bundle = Pacote de certificados de CA
exhibit-endpoint = Endpoint
exhibit-region = Região
exhibit-mfa_process = Comando dos códigos MFA
exhibit-mfa_device = Dispositivo MFA
exhibit-setting_sent = { $key }
exhibit-identity = A AWS diz que você é
exhibit-cache_entry = Sessão em cache
exhibit-process_said = O programa disse
exhibit-host_said = O host disse
exhibit-token_file = Arquivo de token

# O que corrige uma causa.
fix-set_clock = Acertar o relógio pela rede
fix-renew = Renovar “{ $profile }”
fix-renew_with_code = Renovar com um código
fix-delete_cached_session = Excluir a sessão em cache
fix-sso_login = Fazer login novamente

doctor-no_fix = Nada que possa ser feito aqui corrige “{ $code }”.
doctor-fixed = Feito: { $paths }
doctor-left_to_person = Este comando é para o seu shell: execute-o você mesmo.
