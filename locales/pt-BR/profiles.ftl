# Mudanças de perfis: o que há de errado com um, e o que a linha de comando diz.
# What a value must be; part of the sentences below.
setting-form = { $expected ->
    [role-arn] o ARN de uma função, como arn:aws:iam::123456789012:role/NOME
    [mfa-serial] o ARN de um dispositivo MFA virtual, como arn:aws:iam::123456789012:mfa/NOME, ou o número de série de um dispositivo físico
    [region] o nome de uma região, como eu-central-1
    [start-url] um endereço como https://exemplo.awsapps.com/start
    [account-id] um ID de conta: 12 dígitos
    [role-name] o nome de uma função ou de um conjunto de permissões, sem caminho
    [session-name] de 2 a 64 letras, dígitos e _+=,.@-
    [external-id] de 2 a 1224 letras, dígitos e _+=,.@:/-
    [name] um nome
    [login-session] o ARN que “aws login” define ali
    [credential-source] Environment, Ec2InstanceMetadata ou EcsContainer
    [access-key] um ID de chave de acesso: só letras e dígitos
    [secret] o valor inteiro, sem espaços, aspas nem comentário
    [token-file] um caminho completo (nenhuma ferramenta expande ~ ali)
    [command] um comando com todas as aspas fechadas
    [duration] um número de segundos, como 3600
    [seconds] um número inteiro de segundos, pelo menos 1
    [number] um número inteiro
    [ip-version] ipv4 ou ipv6
    [http-address] um endereço que começa com http:// ou https://
    [date] uma data como 2030-01-31T12:00:00Z
    [unmasked] o próprio valor, não os asteriscos que aparecem no lugar dele
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
    [brackets] cada ferramenta da AWS lê colchetes, aspas, barras invertidas e sinais de comentário de um jeito
    [blanks] começa ou termina com um espaço
   *[default] só “default”, em minúsculas, é o perfil padrão
}.
    .next = Use letras, dígitos e ./:@+%_-, que toda ferramenta da AWS lê.
    .brief = nome inválido
problem-harm_to_others = Depois desta alteração, o {$reader} não leria mais outros perfis como a AWS CLI ({$place}).
    .next = Use um nome ou valor mais simples ou edite o arquivo você mesmo.
    .brief = outros perfis seriam mal lidos
problem-name_taken = “{$name}” já existe ({$place}).
    .next = Escolha outro nome ou altere o existente com `sandglass profile set`.
    .window = Escolha outro nome.
    .brief = nome em uso
    .field = “{$name}” já existe. Escolha outro nome.
problem-name_not_everywhere = A AWS CLI lê o nome “{$name}”; os SDKs de Rust e JavaScript, não.
    .next = Use letras, dígitos e ./:@+%_- se outros programas precisam do perfil.
    .brief = nem todos leem o nome
problem-partition_mismatch = {$key} pertence à partição {$other}, mas a função, à {$partition} ({$place}, perfil “{$profile}”).
    .next = Use {$key} da partição {$partition}.
    .brief = duas partições
    .field = Pertence à partição {$other}, mas a função, à {$partition}.
problem-unusual_region = {$key} = {$region} não é o nome de uma região da AWS ({$place}).
    .next = Verifique a grafia, a menos que você tenha um endpoint com esse nome.
    .brief = região incomum
    .field = Não é o nome de uma região da AWS. Mantenha só se você tiver um endpoint com esse nome.
problem-program_not_found = O programa {$program} de {$key} não foi encontrado ({$place}).
    .next = Use o caminho completo.
    .brief = programa não encontrado
    .field = {$program} não foi encontrado. Use o caminho completo.
problem-missing_sso_session = O perfil “{$profile}” refere-se à sso-session “{$session}”, que não existe ({$place}).
    .next = Defina também sso_start_url e sso_region para criar a seção.
    .brief = falta a sso-session
    .field = Não há sso-session “{$session}”. Informe a URL inicial e a região para criá-la.
problem-sso_settings_disagree = O perfil “{$profile}” e a sso-session “{$session}” têm valores diferentes para {$key} ({$place}).
    .next = Remova {$key} em {$place}; a sso-session também o tem.
    .brief = configurações de SSO divergem
problem-still_referenced = { $count ->
    [one] O perfil “{$profile}” usa “{$name}” como {$key} ({$place}) e não vai funcionar sem ele.
   *[other] {$count} perfis usam “{$name}” como {$key} e não vão funcionar sem ele: {$profile}.
}
    .next = { $count ->
    [one] Altere {$key} de “{$profile}” ou remova esse perfil também.
   *[other] Altere {$key} desses perfis ou remova-os também.
}
    .brief = ainda em uso
problem-overridden = O arquivo credentials também tem {$key} do perfil “{$profile}”, e é esse que vale ({$place}).
    .next = Altere-o lá: --file credentials
    .window = Escolha o arquivo credentials para ele ou remova a chave de lá.
    .brief = sobreposto
problem-kind_needs = Um perfil do tipo {$kind} precisa de {$key}.
    .next = Adicione {$key}=VALOR. Segredos são solicitados ou lidos da entrada padrão.
    .window = Preencha o campo.
    .brief = falta uma configuração
    .field = Campo obrigatório
problem-no_such_setting = Essa seção de {$path} não tem {$key}.
    .next = `sandglass profile show NOME` mostra as configurações e onde estão.
    .window = Veja a seção novamente: outro programa pode tê-la alterado.
    .brief = configuração inexistente
problem-unknown_section = O arquivo config não tem seção “{$name}” desse tipo.
    .next = Verifique a grafia.
    .brief = seção inexistente
problem-secret_in_arguments = {$key} foi informado na linha de comando, onde todo programa deste computador pode lê-lo.
    .next = Escreva {$key}=- e passe o valor pela entrada padrão, ou omita-o e o Sandglass pergunta. O que você digitou pode estar no histórico do shell.
    .brief = segredo na linha de comando
problem-needs_secret = {$key} é obrigatório.
    .next = Digite-o quando o Sandglass perguntar ou passe-o pela entrada padrão, um segredo por linha.
    .brief = falta o segredo
problem-diagnosis_outdated = O diagnóstico está desatualizado, por isso nada foi alterado.
    .brief = desatualizado
    .next = Verifique novamente e corrija o que for encontrado.
problem-file_changed = Outro programa alterou {$path} depois que você viu a alteração, por isso nada foi salvo.
    .next = Veja a alteração novamente.
    .brief = arquivo alterado
problem-half_written = {$path} foi alterado, mas não {$other}, e não foi possível restaurar {$path}.
    .next = O texto anterior à alteração está em {$backup}.
    .brief = salvo pela metade
    .detail = {$detail}
problem-nothing_to_undo = Não há alteração a desfazer.
    .next = `sandglass profile undo` desfaz a última alteração de um perfil.
    .window = Você pode desfazer as dez últimas alterações de perfis feitas no Sandglass.
    .brief = nada a desfazer
problem-nothing_to_redo = Não há alteração para refazer.
    .next = `sandglass profile undo --list` lista as últimas alterações.
    .window = Você pode refazer uma alteração depois de desfazê-la.
    .brief = nada para refazer
problem-needs_confirmation = O Sandglass não pôde perguntar se deve salvar isto.
    .next = Adicione --yes para salvar, ou --dry-run só para ver.
    .brief = não confirmado
problem-clipboard_empty = Não há texto na área de transferência.
    .next = Copie chaves, uma resposta da AWS ou uma seção de um arquivo e cole novamente.
    .brief = nada a colar
problem-paste_unknown = O texto colado não contém chaves em um formato conhecido.
    .next = Formatos conhecidos: a resposta de “aws sts”, a saída de um credential_process, linhas que definem AWS_ACCESS_KEY_ID e as demais, e uma seção de um arquivo da AWS.
    .brief = não reconhecido
problem-paste_not_json = O texto colado começa como JSON, mas é inválido a partir da linha {$line}.
    .next = Copie tudo, da primeira à última chave.
    .brief = colagem incompleta
problem-paste_line = A linha {$line} do texto colado não define uma variável, ou o valor não tem fim.
    .next = Copie só as linhas que definem variáveis, cada uma inteira.
    .brief = linha não entendida
problem-paste_unparsable = A linha {$line} do texto colado não pode ser usada: {$reason}.
    .next = Copie a seção inteira.
    .brief = linha não entendida
problem-paste_incomplete = Falta {$key} no texto colado.
    .next = Copie tudo.
    .brief = colagem incompleta
problem-paste_of_two = O texto colado contém mais de uma sessão: {$key} tem dois valores.
    .next = Cole uma de cada vez.
    .brief = duas sessões
problem-role_not_known = Não se sabe de qual função são as chaves do perfil “{$profile}”.
    .next = Adicione --role ARN.
    .window = Informe o ARN da função.
    .brief = função desconhecida
problem-source_not_chosen = { $count ->
    [none] Nenhum outro perfil tem chaves de longo prazo que possam assumir a função para “{$profile}”.
   *[several] Vários perfis podem assumir a função para “{$profile}”: {$candidates}.
}
    .next = Adicione --source PERFIL.
    .window = Escolha o perfil que a assume.
    .brief = origem não escolhida
cli-profile-none = Não há perfis, e os arquivos estão em ordem.
cli-profile-pasted-sts = Reconhecido: uma resposta do AWS STS
cli-profile-pasted-process = Reconhecido: a saída de um credential_process
cli-profile-pasted-variables = Reconhecido: linhas export
cli-profile-pasted-section = Reconhecido: uma seção de um arquivo da AWS
cli-profile-pasted-key = Chave de acesso {$key}
cli-profile-paste-hint = Cole e depois pressione {$key} em uma linha própria:
cli-profile-ask = Salvar isto? [s/N]{" "}
cli-profile-yes = s
cli-in-place-hint = Um programa que leia o arquivo nesse momento pode ver só metade dele. O conteúdo atual fica guardado em um backup.
cli-in-place-ask = Gravar diretamente no arquivo? [s/N]{" "}
cli-profile-written = Salvo em {$files}. Para desfazer: sandglass profile undo
cli-profile-undone = Alteração desfeita em {$files}
cli-profile-redone = Refeito em {$files}
cli-profile-no-past = Não há alteração para desfazer.
cli-profile-was-undone = desfeita
cli-profile-unchanged = Nada a alterar.
cli-profile-left = Nada foi salvo.
cli-profile-differs = {$path} mudou desde então, por isso fica como está. Isto é o que desfazer a alteração faria com ele:
cli-profile-secret = {$key} (não é mostrado):{" "}
cli-profile-note = nota: {$message}
cli-profile-overrides = prevalece sobre {$place}
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
