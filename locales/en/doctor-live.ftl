# What doctor learns from the network and from AWS: for each cause a title, why it makes the call fail, and what fixes it.
# {$place} is a file with its line (~/.aws/config:12) or the name of a variable.
doctor-environment_keys_mismatched = The session token in the variables does not belong to this access key
    .explanation = AWS refuses the keys in { $place } together with their session token: they come from different sessions, or the session was ended. Everything signed with them is refused.
    .fix = Unset all AWS_ variables, and export all three values of one session.
doctor-environment_keys_refused = AWS does not know the access key in the variables
    .explanation = The access key in { $place } was deleted or deactivated, or belongs to another partition. While it is set, it overrides every profile that is not set with --profile.
    .fix = Unset AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or export active keys.
doctor-environment_secret_wrong = The secret key in the variables does not belong to the access key
    .explanation = AWS knows the access key in { $place }, but the signature made with AWS_SECRET_ACCESS_KEY is wrong: the secret belongs to another key, or was cut off or changed when it was copied.
    .fix = Export the access key and its secret key again.
doctor-keys_mismatched = The session token does not belong to this access key
    .explanation = AWS refuses the keys at { $place } together with their session token: they come from different sessions, or the session was ended.
    .fix = Paste all three values of one session again: sandglass profile paste.
    .window = Paste all three values of one session again under Profiles.
doctor-access_key_refused = AWS does not know the access key
    .explanation = The access key at { $place } was deleted or deactivated, or belongs to another partition.
    .fix = Create a new access key for the user, and save it in profile “{ $profile }”.
doctor-secret_wrong = The secret key does not belong to the access key
    .explanation = AWS knows the access key at { $place }, but the signature made with the secret key is wrong: the secret belongs to another key, or was cut off or changed when it was copied.
    .fix = Put the secret key of this access key into the same section again.
doctor-cached_session_refused = AWS refuses the cached session, although it has not expired
    .explanation = The AWS CLI keeps the session of profile “{ $profile }” in its cache and would continue to use it. AWS answers { $code }: the session was ended, or its role was deleted and created again.
    .fix = Delete the file of the cached session; the next command gets a new one.
doctor-sso_token_refused = IAM Identity Center refuses the sign-in
    .explanation = The stored sign-in of profile “{ $profile }” has not expired, but IAM Identity Center refuses it: it was signed out elsewhere, or ended by an administrator.
    .fix = Sign in again: aws sso login --profile { $profile }
doctor-sso_role_not_assigned = The permission set { $role } is not assigned in account { $account }
    .explanation = The sign-in is valid, but IAM Identity Center gives profile “{ $profile }” no keys: { $role } is not, or no longer, assigned to you in account { $account }, or one of the two names is wrong.
    .fix = Compare sso_account_id and sso_role_name with the access portal, or ask for the assignment.
doctor-process_not_found = The program of credential_process cannot be run
    .explanation = { $place } runs “{ $program }”, which does not exist or is not executable. The AWS CLI uses no shell: ~ and variables are not expanded.
    .fix = Use the full path of the program, and check that it is executable.
doctor-process_failed = The program of credential_process failed
    .explanation = { $status ->
        [none] The program at { $place } gave no answer: { $detail }
       *[other] The program at { $place } ended with status { $status }: { $detail }
    }
    .fix = Run the program yourself, and fix what it complains about.
doctor-process_answer_invalid = The program of credential_process does not return credentials
    .explanation = { $reason ->
        [not_json] The output of the program at { $place } is not a JSON object.
        [version] The output of the program at { $place } has no "Version": 1.
        [missing] The output of the program at { $place } has no { $field }.
        [malformed] { $field } in the output of the program at { $place } contains a line break or another character that no key has.
        [expiration] The date of Expiration in the output of the program at { $place } cannot be read; it must look like 2026-01-31T12:00:00Z.
       *[refused] AWS refuses the keys from the program at { $place }.
    }
    .fix = Have it print {"{"}"Version": 1, "AccessKeyId": …, "SecretAccessKey": …, "SessionToken": …, "Expiration": …{"}"} and nothing else.
doctor-process_answer_expired = The program of credential_process returns expired credentials
    .explanation = The program at { $place } answered with an old session, so the AWS CLI refuses it.
    .fix = Renew the session in the tool the program belongs to, or clear that tool's cache.
doctor-host_credentials_missing = The { $host ->
        [container] endpoint of the container
       *[instance] EC2 instance
    } gives no credentials
    .explanation = { $reason ->
        [address] Profile “{ $profile }” takes its credentials from there, but the address in { $place } is not asked: without https only this computer and the addresses of ECS and EKS are.
        [authorization] Profile “{ $profile }” takes its credentials from there, but the authorization it asks for cannot be sent: { $detail }
        [no_token] Profile “{ $profile }” takes its credentials from there ({ $place }). Its metadata service gave no token, and nothing may be asked without one.
        [no_role] Profile “{ $profile }” takes its credentials from there ({ $place }). Its metadata service says that the instance has no role.
        [untrusted] Profile “{ $profile }” takes its credentials from there ({ $place }). The role of the instance does not let EC2 assume it.
        [refused] Profile “{ $profile }” takes its credentials from there ({ $place }), which refuses: { $detail }
        [invalid] Profile “{ $profile }” takes its credentials from there ({ $place }), but the answer is no credentials: { $detail }
        [expired] Profile “{ $profile }” takes its credentials from there ({ $place }), which gives credentials that expired at { $detail }.
       *[silent] Profile “{ $profile }” takes its credentials from there ({ $place }), but nothing answers: { $detail }
    }
    .fix = { $reason ->
        [address] Correct the variable.
        [authorization] Correct AWS_CONTAINER_AUTHORIZATION_TOKEN or the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names.
        [no_token] Raise the hop limit of the instance, or allow version 1 of its metadata service.
        [no_role] Attach an IAM role to the instance.
        [untrusted] Let ec2.amazonaws.com assume the role, in its trust policy.
        [refused] Check the role and the authorization there.
        [invalid] Check which server answers there: a proxy or another program may.
        [expired] Try again once the host has new ones.
       *[silent] Run it where these credentials exist, or use source_profile.
    }
doctor-web_identity_file_missing = The token file of the web identity does not exist
    .explanation = { $place } points to { $path }, which cannot be read. The AWS CLI uses the path as it is: ~ and variables are not expanded.
    .fix = Correct the path, or have the token written there again.
doctor-web_identity_token_expired = The token of the web identity has expired
    .explanation = The token in { $path } has expired, so AWS gives no session for it.
    .fix = Have the identity provider write a new token to the file.
doctor-web_identity_token_refused = AWS refuses the token of the web identity
    .explanation = AWS refuses the token in { $path } for this role: { $detail }
    .fix = Check the role's trust policy: provider, audience and subject must match the token.
doctor-clock_skewed = { $direction ->
        [ahead] The clock of this computer is ahead
       *[behind] The clock of this computer is behind
    }
    .explanation = { $seconds ->
        [none] AWS accepts signatures that are at most five minutes off, and says that yours are not.
       *[other] It is { $seconds } seconds off the AWS clock. AWS accepts signatures that are at most five minutes off.
    }
    .fix = Set the clock by network time, and check the time zone too.
doctor-ca_bundle_missing = The CA bundle does not exist
    .explanation = { $path } is set as the CA bundle, but there is no such file. Without it, the AWS CLI trusts no server.
    .fix = Correct the path, or remove the setting to trust the AWS CLI's own certificates.
doctor-ca_bundle_unusable = The CA bundle contains no usable certificate
    .explanation = { $path } is set as the CA bundle, but cannot be used: { $detail }
    .fix = Put certificates in PEM format into it, or remove the setting.
doctor-proxy_invalid = The proxy address cannot be used
    .explanation = { $variable } is set, but is not the address of a proxy.
    .fix = Write it like http://proxy.example.com:3128, or unset { $variable }.
doctor-proxy_unreachable = The proxy does not let calls through
    .explanation = { $variable } sends calls through { $proxy }: { $detail }
    .fix = Correct or unset { $variable }, or connect to the network of the proxy.
doctor-host_unknown = The host of the endpoint has no address
    .explanation = The name { $host } is unknown on this network.
    .fix = Correct the endpoint, or connect to the network or VPN that knows this name.
doctor-connection_refused = Nothing listens at the endpoint
    .explanation = The connection to { $endpoint } is refused.
    .fix = Start what should listen there, or remove the endpoint setting to reach AWS itself.
doctor-connection_timed_out = The endpoint does not answer
    .explanation = { $endpoint } did not answer in time: a firewall drops the call, or the server hangs.
    .fix = Try without VPN and firewall, or remove the endpoint setting to reach AWS itself.
doctor-tls_untrusted = The certificate of the endpoint is not trusted
    .explanation = The certificate of { $endpoint } is refused: { $detail }. A company proxy that inspects TLS, or a private issuer, needs its own CA bundle.
    .fix = Set AWS_CA_BUNDLE (or ca_bundle) to a file with the issuer's certificate.
doctor-captive_portal = A sign-in page of the network answers instead of AWS
    .explanation = { $endpoint } answered with a web page ({ $detail }), as networks of hotels, trains and guests do.
    .fix = Open a browser, sign in to the network, and try again.
doctor-endpoint_wrong = The endpoint is not STS
    .explanation = { $endpoint } is set as the endpoint, but the server there is not the AWS Security Token Service ({ $detail }).
    .fix = Correct endpoint_url or its variable, or remove it to reach AWS itself.
doctor-region_unknown = There is no region { $region }
    .explanation = No AWS endpoint has the region { $region } in its name.
    .fix = { $near ->
        [none] Use the name of a region, such as eu-central-1.
       *[other] Did you mean { $near }? Use the name of a region.
    }
doctor-region_disabled = STS is not active in { $region }
    .explanation = AWS refuses calls to STS in { $region } for this account: the region is not enabled.
    .fix = Enable the region in the account settings, or use another region.
doctor-network_unreachable = There is no network connection
    .explanation = No name can be looked up, or there is no route to { $host }.
    .fix = Connect to a network, and try again.
doctor-mfa_process_failed = The command for the MFA code gives no code
    .explanation = There is no session of { $role }, and { $reason ->
        [not_found] “{ $detail }”, which { $place } runs for the codes of { $serial }, cannot be found.
        [empty] the command at { $place } for the codes of { $serial } prints nothing.
        [more] the command at { $place } for the codes of { $serial } prints more than the code.
        [lines] the command at { $place } for the codes of { $serial } prints several lines.
        [digits] the command at { $place } for the codes of { $serial } prints more or fewer than six digits.
        [other] what the command at { $place } prints is not a code of { $serial }.
       *[failed] the command at { $place } for the codes of { $serial } fails: { $detail }
    }
    .fix = Run the command yourself. It must print six digits and nothing else; for ykman, add --single.
doctor-mfa_required = The role requires an MFA code
    .explanation = There is no session of { $role } to use, and AWS gives one only with a code. A terminal asks for it; other programs fail.
    .fix = Renew with a code, or set the device in mfa_serial if the profile has none.
doctor-external_id_refused = The role requires another external ID
    .explanation = AWS does not let “{ $signer }” assume { $role }. Its trust policy requires an external ID that profile “{ $profile }” does not send.
    .fix = Ask the owner of the role for the external ID, and set it as external_id.
doctor-duration_above_maximum = The role does not allow sessions that long
    .explanation = duration_seconds asks for { $seconds } seconds, but the role's own maximum is lower.
    .fix = Lower duration_seconds, or have the role's maximum session duration raised.
doctor-setting_refused = AWS refuses a value of the profile
    .explanation = The call for { $role } has a value that AWS does not accept: { $detail }
    .fix = Correct the setting that AWS names.
doctor-assume_role_denied = AWS refuses to let the role be assumed
    .explanation = “{ $signer }” may not assume { $role }. Its trust policy does not name the caller or requires something the call does not have (an external ID, MFA), the caller's own policies do not allow it, or the role does not exist. AWS says the same in all these cases.
    .fix = Compare the caller's ARN with the role's trust policy, and check that the caller may call sts:AssumeRole on this role.
doctor-wrong_account = The credentials belong to another account
    .explanation = They belong to account { $account }, but { $expected_account } is expected.
    .fix = Use the keys of the right account.
doctor-wrong_identity = The credentials belong to another identity
    .explanation = AWS says that you are { $arn }, but a session of { $expected_role } is expected.
    .fix = Renew the session to get the right role.
doctor-session_policy_denies = A session policy does not allow the call
    .explanation = “{ $signer }” is a session with its own policy, which does not allow sts:AssumeRole on { $role }.
    .fix = Create the first session without that policy, or with one that allows this role.
doctor-access_denied = AWS denies the call
    .explanation = AWS knows the credentials but refuses: { $detail } ({ $code })
    .fix = Ask the administrator of the account which policy denies it.
doctor-throttled = AWS gets too many calls
    .explanation = This account or user makes too many calls at the moment: { $detail }
    .fix = Wait a minute, and look for a program that calls without pause.
doctor-aws_fault = AWS gives no usable answer
    .explanation = The endpoint was reached, but it failed or did not answer: { $detail }
    .fix = Try again in a few minutes, and check health.aws.amazon.com.

# What each check says in a line.
check-clock-ok = within { $seconds } s of AWS (limit 5 min)
check-clock-skipped = no service of AWS answered
check-proxy-ok = in use
check-proxy-none = none
check-proxy-skipped = not checked
check-endpoint-ok = { $endpoint } answers in { $milliseconds } ms
check-endpoint-behind = not reached
check-endpoint-skipped = not checked
check-process-ok = credentials received
check-process-skipped = not used
check-process-not_asked = not run
check-assume_role-ok = the role can be assumed
check-assume_role-cached = a cached session is used
check-assume_role-skipped = no role to assume
check-identity-ok = { $arn }
check-identity-skipped = not checked

# What shows a cause.
exhibit-credentials_from = Credentials from
exhibit-aws_said = AWS's answer to { $operation }
exhibit-clock = This computer's clock, compared with AWS's
exhibit-proxy = Proxy
exhibit-ca_bundle = CA bundle
exhibit-endpoint = Endpoint
exhibit-region = Region
exhibit-mfa_process = Command for MFA codes
exhibit-mfa_device = MFA device
exhibit-setting_sent = { $key }
exhibit-identity = AWS says you are
exhibit-cache_entry = Cached session
exhibit-process_said = The program said
exhibit-host_said = The host said
exhibit-token_file = Token file

# What fixes a cause.
fix-set_clock = Set the clock by network time
fix-renew = Renew “{ $profile }”
fix-renew_with_code = Renew with a code
fix-delete_cached_session = Delete the cached session
fix-sso_login = Sign in again

doctor-no_fix = Nothing that can be done here fixes “{ $code }”.
doctor-fixed = Done: { $paths }
doctor-left_to_person = This is a command for your shell: run it yourself.
