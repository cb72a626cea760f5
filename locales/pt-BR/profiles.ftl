# Mudanças de perfis: o que há de errado com um, e o que a linha de comando diz.
# What a value must be; part of the sentences below.
setting-form = { $expected ->
    [role-arn] o ARN de uma função, como arn:aws:iam::123456789012:role/NOME
    [mfa-serial] o ARN de um dispositivo MFA virtual, como arn:aws:iam::123456789012:mfa/NOME, ou o número de série de um dispositivo físico
    [region] o nome de uma região, como eu-central-1
    [start-url] um endereço como https://exemplo.awsapps.com/start
    [account-id] o número de uma conta: doze dígitos
    [role-name] o nome de uma função ou de um conjunto de permissões, sem caminho
    [session-name] de 2 a 64 letras, dígitos e _+=,.@-
    [external-id] de 2 a 1224 letras, dígitos e _+=,.@:/-
    [name] um nome
    [login-session] o ARN que “aws login” escreve ali
    [credential-source] Environment, Ec2InstanceMetadata ou EcsContainer
    [access-key] o id de uma chave de acesso: só letras e dígitos
    [secret] dado por inteiro, sem espaços, aspas nem comentário
    [token-file] um caminho completo; nenhuma ferramenta expande ~ ali
    [command] um comando com as aspas fechadas
    [duration] um número de segundos, como 3600
    [date] uma data como 2030-01-31T12:00:00Z
   *[other] de outra forma
}
problem-invalid_setting = {$key} deve ser {setting-form}{$bracketed}.
    .next = Corrija o valor de {$key}.
    .brief = {$key} inválido
    .field = Deve ser {setting-form}.
problem-invalid_name = “{$name}” não pode ser um nome: { $reason ->
    [empty] está vazio
    [long] tem mais de 128 caracteres
    [control] contém uma quebra de linha ou outro caractere de controle
    [brackets] colchetes, aspas, barras invertidas e sinais de comentário são lidos de outro modo por cada ferramenta da AWS
    [blanks] começa ou termina com um espaço
   *[default] só “default”, em minúsculas, é um perfil
}.
    .next = Use letras, dígitos e ./:@+%_- que toda ferramenta da AWS lê.
    .brief = nome impossível
problem-harm_to_others = Depois desta mudança o {$reader} não leria mais outros perfis como a AWS CLI ({$place}).
    .next = Use um nome ou valor mais simples, ou mude o arquivo à mão.
    .brief = outros perfis seriam mal lidos
problem-name_taken = Já existe “{$name}” ({$place}).
    .next = Escolha outro nome ou mude aquele com `sandglass profile set`.
    .window = Escolha outro nome.
    .brief = nome em uso
    .field = Já existe “{$name}”. Escolha outro nome.
problem-name_not_everywhere = A AWS CLI lê o nome “{$name}”; os SDKs de Rust e JavaScript não.
    .next = Use letras, dígitos e ./:@+%_- se outros programas vão usar o perfil.
    .brief = nem todos leem o nome
problem-partition_mismatch = {$key} pertence à partição {$other}; a função, a {$partition} ({$place}, perfil “{$profile}”).
    .next = Use {$key} da partição {$partition}.
    .brief = duas partições
    .field = Pertence à partição {$other}; a função, a {$partition}.
problem-unusual_region = {$key} = {$region} não é o nome de uma região da AWS ({$place}).
    .next = Confira a grafia, a não ser que um endpoint seu tenha esse nome.
    .brief = região incomum
    .field = Não é o nome de uma região da AWS. Certo só se um endpoint seu se chama assim.
problem-program_not_found = O programa {$program} de credential_process não foi encontrado ({$place}).
    .next = Escreva o caminho completo.
    .brief = programa não encontrado
    .field = {$program} não foi encontrado. Escreva o caminho completo.
problem-missing_sso_session = O perfil “{$profile}” cita a sso-session “{$session}”, que não existe ({$place}).
    .next = Dê também sso_start_url e sso_region, e a seção será criada.
    .brief = falta a sso-session
    .field = Não há sso-session “{$session}”. Informe também a URL de início e a região, e ela é criada.
problem-sso_settings_disagree = O perfil “{$profile}” e a sso-session “{$session}” dão valores diferentes a {$key} ({$place}).
    .next = Remova {$key} em {$place}; a sso-session também o tem.
    .brief = configurações de SSO divergem
problem-still_referenced = O perfil “{$profile}” cita “{$name}” em {$key} ({$place}) e não vai funcionar sem ele.
    .next = Mude {$key} de “{$profile}” ou remova esse perfil também.
    .brief = ainda em uso
problem-overridden = O arquivo credentials também tem {$key} do perfil “{$profile}”, e é esse que vale ({$place}).
    .next = Mude-o lá: --file credentials
    .window = Escolha o arquivo credentials para ele, ou remova a chave de lá.
    .brief = sobreposto
problem-kind_needs = Um perfil do tipo {$kind} precisa de {$key}.
    .next = Dê-o como {$key}=VALOR; segredos são perguntados ou lidos da entrada padrão.
    .window = Preencha-o.
    .brief = falta uma configuração
    .field = Necessário. Preencha.
problem-no_such_setting = {$path} não tem {$key} nessa seção.
    .next = `sandglass profile show NOME` mostra o que há, e onde.
    .window = Olhe a seção de novo: outro programa pode tê-la mudado.
    .brief = configuração inexistente
problem-unknown_section = Não há seção “{$name}” desse tipo no arquivo config.
    .next = Confira a grafia.
    .brief = seção inexistente
problem-secret_in_arguments = {$key} foi dado na linha de comando, onde todo programa desta máquina pode lê-lo.
    .next = Escreva {$key}=- e dê o valor pela entrada padrão, ou omita-o e será perguntado. O que foi digitado pode estar no histórico do seu shell.
    .brief = segredo na linha de comando
problem-needs_secret = {$key} é necessário e não foi dado.
    .next = Digite-o quando for perguntado ou dê-o pela entrada padrão, um segredo por linha.
    .brief = falta o segredo
problem-diagnosis_outdated = O que foi encontrado está desatualizado; nada foi alterado.
    .brief = desatualizado
    .next = Verifique de novo e corrija o que for encontrado.
problem-file_changed = Outro programa mudou {$path} depois que a mudança foi mostrada; nada foi escrito.
    .next = Veja a mudança de novo.
    .brief = arquivo mudou
problem-half_written = {$path} foi mudado, {$other} não pôde ser, e {$path} não pôde ser reposto.
    .next = O texto de antes da mudança está em {$backup}.
    .brief = escrito pela metade
    .detail = {$detail}
problem-nothing_to_undo = Não há mudança de perfil a desfazer.
    .next = `sandglass profile undo` desfaz a última.
    .window = Só a última mudança pode ser desfeita.
    .brief = nada a desfazer
problem-needs_confirmation = Não havia a quem perguntar se isto deve ser escrito.
    .next = Acrescente --yes para escrever, ou --dry-run só para olhar.
    .brief = não confirmado
problem-clipboard_empty = Não há texto na área de transferência.
    .next = Copie chaves, uma resposta da AWS ou uma seção de um arquivo, e cole de novo.
    .brief = nada a colar
problem-paste_unknown = O que foi colado não tem nenhuma das formas conhecidas ou não contém chaves.
    .next = São conhecidas: a resposta de “aws sts”, a de um credential_process, linhas que definem AWS_ACCESS_KEY_ID e as demais, e uma seção de um arquivo da AWS.
    .brief = não reconhecido
problem-paste_not_json = O que foi colado começa como JSON e deixa de sê-lo na linha {$line}.
    .next = Copie tudo, da primeira chave à última.
    .brief = colado pela metade
problem-paste_line = A linha {$line} do que foi colado não define uma variável, ou seu valor não tem fim.
    .next = Copie só as linhas que definem variáveis, inteiras.
    .brief = linha não entendida
problem-paste_unparsable = A linha {$line} do que foi colado não pode ser usada: {$reason}.
    .next = Copie a seção inteira.
    .brief = linha não entendida
problem-paste_incomplete = Falta {$key} no que foi colado.
    .next = Copie tudo.
    .brief = colado pela metade
problem-paste_of_two = O que foi colado contém mais de uma sessão: {$key} aparece com dois valores.
    .next = Cole uma de cada vez.
    .brief = duas sessões
problem-role_not_known = Nada diz de qual função são as chaves do perfil “{$profile}”.
    .next = Acrescente --role ARN.
    .window = Informe o ARN da função.
    .brief = função desconhecida
problem-source_not_chosen = { $count ->
    [none] Nenhum outro perfil tem chaves permanentes que possam assumir a função para “{$profile}”.
   *[several] Vários perfis podem assumir a função para “{$profile}”: {$candidates}.
}
    .next = Acrescente --source PERFIL.
    .window = Escolha o perfil que a assume.
    .brief = origem não escolhida
cli-profile-none = Nenhum perfil, e nada de errado com os arquivos.
cli-profile-pasted-sts = Reconhecido: uma resposta do AWS STS
cli-profile-pasted-process = Reconhecido: a resposta de um credential_process
cli-profile-pasted-variables = Reconhecido: linhas que definem variáveis
cli-profile-pasted-section = Reconhecido: uma seção de um arquivo da AWS
cli-profile-pasted-key = Chave de acesso {$key}
cli-profile-paste-hint = Cole e depois pressione {$key} em uma linha própria:
cli-profile-ask = Escrever isto? [s/N]{" "}
cli-profile-yes = s
cli-profile-written = Escrito: {$files}. `sandglass profile undo` desfaz.
cli-profile-undone = Como antes: {$files}
cli-profile-unchanged = Nada a mudar.
cli-profile-left = Nada foi escrito.
cli-profile-differs = {$path} mudou desde então. Fica como está; isto é o que desfazer a mudança teria feito:
cli-profile-secret = {$key} (não é mostrado):{" "}
cli-profile-note = nota: {$message}
cli-profile-overrides = sobrepõe {$place}
cli-header-problems = PROBLEMAS
cli-header-key = CHAVE
cli-header-where = ONDE

# What a change did, in the list of changes that can be undone
profile-change-added = {$name}: adicionado
profile-change-removed = {$name}: removido
profile-change-renamed = {$name}: renomeado para {$to}
profile-change-changed = {$name}: alterado
profile-change-lines = Linhas fora dos perfis alteradas
profile-change-more = {$said}, e mais {$count}
