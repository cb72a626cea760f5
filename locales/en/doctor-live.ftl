# What doctor learns from the network and from AWS: for each cause a title, why it makes the call fail, and what mends it.
# {$place} is a file with its line (~/.aws/config:12) or the name of a variable.
doctor-environment_keys_mismatched = The session token in the variables is not of this access key
    .explanation = AWS does not take the keys of { $place } together with the session token beside them: the two are of different sessions, or that session was ended. Everything signed with them is refused.
    .fix = Unset all AWS_ variables, and export all three values of one session.
doctor-environment_keys_refused = AWS does not know the access key in the variables
    .explanation = The access key of { $place } was deleted or deactivated, or is of another partition. While it is set, it wins over every profile that is not named with --profile.
    .fix = Unset AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or export keys that are active.
doctor-environment_secret_wrong = The secret key in the variables is not the one of the access key
    .explanation = AWS knows the access key of { $place }, but the signature made with AWS_SECRET_ACCESS_KEY does not match: the secret is of another key, or was cut off or changed when it was copied.
    .fix = Export access key and secret key again, both of one key.
doctor-keys_mismatched = The session token is not of this access key
    .explanation = AWS does not take the keys at { $place } together with the session token beside them: the two are of different sessions, or that session was ended.
    .fix = Paste all three values of one session again: sandglass profile paste.
    .window = Paste all three values of one session again, under Profiles.
doctor-access_key_refused = AWS does not know the access key
    .explanation = The access key at { $place } was deleted or deactivated, or is of another partition.
    .fix = Make a new access key for the user, and write it into profile “{ $profile }”.
doctor-secret_wrong = The secret key is not the one of the access key
    .explanation = AWS knows the access key at { $place }, but the signature made with the secret key does not match: the secret is of another key, or was cut off or changed when it was copied.
    .fix = Write the secret key of this access key into the same section again.
doctor-cached_session_refused = AWS refuses the cached session, though it has not run out
    .explanation = The AWS CLI keeps the session of profile “{ $profile }” in its cache and would go on using it. AWS answers { $code }: the session was ended, or its role was deleted and made anew.
    .fix = Delete the file of the cached session; the next command makes a new one.
doctor-sso_token_refused = IAM Identity Center does not take the sign-in
    .explanation = The stored sign-in of profile “{ $profile }” has not run out, but IAM Identity Center refuses it: it was signed out elsewhere, or ended by an administrator.
    .fix = Sign in again: aws sso login --profile { $profile }
doctor-sso_role_not_assigned = The permission set { $role } is not assigned in account { $account }
    .explanation = The sign-in is good, but IAM Identity Center gives profile “{ $profile }” no keys: { $role } is not, or no longer, assigned to you in account { $account }, or one of the two names is wrong.
    .fix = Compare sso_account_id and sso_role_name with what the access portal lists, or ask for the assignment.
doctor-process_not_found = The program of credential_process cannot be run
    .explanation = { $place } runs “{ $program }”, and there is no such program, or it may not be run. The AWS CLI uses no shell: ~ and variables are not expanded.
    .fix = Write the program's whole path, and see that it may be run.
doctor-process_failed = The program of credential_process failed
    .explanation = { $status ->
        [none] The program at { $place } gave no answer: { $detail }
       *[other] The program at { $place } ended with status { $status }: { $detail }
    }
    .fix = Run the program by hand, and mend what it complains about.
doctor-process_answer_invalid = The program of credential_process does not answer with credentials
    .explanation = { $reason ->
        [not_json] What the program at { $place } prints is not a JSON object.
        [version] What the program at { $place } prints lacks "Version": 1.
        [missing] What the program at { $place } prints lacks { $field }.
        [expiration] The date of Expiration in what the program at { $place } prints cannot be read; it must be written like 2026-01-31T12:00:00Z.
       *[refused] AWS does not take the keys that the program at { $place } prints.
    }
    .fix = Have it print {"{"}"Version": 1, "AccessKeyId": …, "SecretAccessKey": …, "SessionToken": …, "Expiration": …{"}"} and nothing else.
doctor-process_answer_expired = The program of credential_process gives credentials that have run out
    .explanation = The program at { $place } answered with an old session, so the AWS CLI refuses it.
    .fix = Renew the session in the tool the program belongs to, or empty that tool's cache.
doctor-web_identity_file_missing = The token file of the web identity is not there
    .explanation = { $place } names { $path }, which cannot be read. The AWS CLI takes the path as it is written: ~ and variables are not expanded.
    .fix = Correct the path, or have the token written there again.
doctor-web_identity_token_expired = The token of the web identity has run out
    .explanation = The token in { $path } is over, so AWS gives no session for it.
    .fix = Have the identity provider write a new token into the file.
doctor-web_identity_token_refused = AWS refuses the token of the web identity
    .explanation = AWS does not take the token in { $path } for this role: { $detail }
    .fix = Look at the role's trust policy: the provider, the audience and the subject must be those of the token.
doctor-clock_skewed = { $direction ->
        [ahead] The clock of this machine is ahead
       *[behind] The clock of this machine is behind
    }
    .explanation = { $seconds ->
        [none] AWS takes signatures that are at most five minutes off, and says that yours are not.
       *[other] It is { $seconds } seconds off the clock of AWS, which takes signatures that are at most five minutes off.
    }
    .fix = Set the clock by the network, and look at the time zone too.
doctor-ca_bundle_missing = The CA bundle is not there
    .explanation = { $path } is set as CA bundle, and there is no such file. The AWS CLI trusts nobody without it.
    .fix = Correct the path, or take the setting away to trust what the AWS CLI brings along.
doctor-ca_bundle_unusable = The CA bundle holds no usable certificate
    .explanation = { $path } is set as CA bundle, but cannot be used: { $detail }
    .fix = Put certificates in PEM form into it, or take the setting away.
doctor-proxy_invalid = The address of the proxy cannot be used
    .explanation = { $variable } is set, but is not the address of a proxy.
    .fix = Write it like http://proxy.example.com:3128, or unset { $variable }.
doctor-proxy_unreachable = The proxy does not let calls through
    .explanation = { $variable } sends calls through { $proxy }: { $detail }
    .fix = Correct or unset { $variable }, or connect to the network the proxy is in.
doctor-host_unknown = The host of the endpoint has no address
    .explanation = The name { $host } is not known on this network.
    .fix = Correct the endpoint, or connect to the network (the VPN) in which that name is known.
doctor-connection_refused = Nothing listens at the endpoint
    .explanation = The connection to { $endpoint } is refused.
    .fix = Start what should listen there, or take the endpoint's setting away to reach AWS itself.
doctor-connection_timed_out = The endpoint does not answer
    .explanation = { $endpoint } gave no answer in time: a firewall drops the call, or what listens there hangs.
    .fix = Try without VPN and firewall, or take the endpoint's setting away to reach AWS itself.
doctor-tls_untrusted = The certificate of the endpoint is not trusted
    .explanation = The certificate shown for { $endpoint } is refused: { $detail }. A company's proxy that opens TLS, or a private issuer, needs its own CA bundle.
    .fix = Set AWS_CA_BUNDLE (or ca_bundle) to a file with the issuer's certificate.
doctor-captive_portal = A sign-in page of the network answers in the place of AWS
    .explanation = What answered for { $endpoint } is a page for people ({ $detail }), as hotels, trains and guest networks show it.
    .fix = Open a browser, sign in to the network, and try again.
doctor-endpoint_wrong = What answers at the endpoint is not STS
    .explanation = { $endpoint } is set as endpoint, and what answers there is not the Security Token Service of AWS ({ $detail }).
    .fix = Correct endpoint_url or its variable, or take it away to reach AWS itself.
doctor-region_unknown = There is no region { $region }
    .explanation = No endpoint of AWS has the region { $region } in its name.
    .fix = { $near ->
        [none] Write the name of a region, as eu-central-1.
       *[other] Was { $near } meant? Write the name of a region.
    }
doctor-region_disabled = STS is not active in { $region }
    .explanation = AWS refuses calls to STS in { $region } for this account: the region is not enabled.
    .fix = Enable the region in the account's settings, or use another region.
doctor-network_unreachable = There is no network
    .explanation = No name can be looked up, or there is no way to { $host }.
    .fix = Connect to a network, and try again.
doctor-mfa_required = The role takes an MFA code
    .explanation = There is no session of { $role } to use, and AWS makes one only with a code. A terminal asks for it; other programs fail.
    .fix = Renew with a code, or name the device in mfa_serial where the profile names none.
doctor-external_id_refused = The role takes another external id
    .explanation = AWS does not let “{ $signer }” assume { $role }. Its trust policy asks for an external id, and the one that profile “{ $profile }” sends (or the lack of one) is not it.
    .fix = Ask the owner of the role for the external id, and write it as external_id.
doctor-duration_above_maximum = The role does not last that long
    .explanation = duration_seconds asks for { $seconds } seconds, and the role's own maximum is lower.
    .fix = Lower duration_seconds, or have the role's maximum session duration raised.
doctor-setting_refused = AWS refuses a value of the profile
    .explanation = The call for { $role } holds a value that AWS does not take: { $detail }
    .fix = Correct the setting AWS names.
doctor-assume_role_denied = AWS does not let the role be assumed
    .explanation = “{ $signer }” may not assume { $role }: its trust policy does not name the caller or asks for something the call lacks (an external id, MFA), the caller's own policies do not allow it, or there is no such role. AWS says the same in all these cases.
    .fix = Compare the caller's ARN with the role's trust policy, and see that the caller may call sts:AssumeRole on this role.
doctor-wrong_account = The credentials are of another account
    .explanation = They are of account { $account }, and { $expected_account } is meant.
    .fix = Take the keys of the right account.
doctor-wrong_identity = The credentials are of another identity
    .explanation = AWS says that you are { $arn }, and a session of { $expected_role } is meant.
    .fix = Renew the session, so that it is of the right role.
doctor-session_policy_denies = A session policy does not allow the call
    .explanation = “{ $signer }” is a session that was made with a policy of its own, and that policy does not allow sts:AssumeRole on { $role }.
    .fix = Make the first session without that policy, or with one that allows this role.
doctor-access_denied = AWS denies the call
    .explanation = The credentials are known, but AWS refuses: { $detail } ({ $code })
    .fix = Ask the administrator of the account which policy denies it.
doctor-throttled = AWS asks to slow down
    .explanation = There are too many calls of this account or user at the moment: { $detail }
    .fix = Wait a minute, and look for a program that calls without pause.
doctor-aws_fault = AWS gives no usable answer
    .explanation = The endpoint was reached, but its answer is a fault or none: { $detail }
    .fix = Try again in a few minutes, and look at health.aws.amazon.com.

# What each check says in a line.
check-clock-ok = within { $seconds } s of AWS
check-clock-skipped = no service of AWS answered
check-proxy-ok = in use
check-proxy-none = none in between
check-proxy-skipped = not asked
check-endpoint-ok = { $endpoint } answers in { $milliseconds } ms
check-endpoint-behind = not reached
check-endpoint-skipped = not asked
check-process-ok = credentials came
check-process-skipped = not used
check-process-not_asked = not asked
check-assume_role-ok = the role can be assumed
check-assume_role-cached = a cached session is used
check-assume_role-skipped = no role was asked for
check-identity-ok = { $arn }
check-identity-skipped = not asked

# What shows a cause.
exhibit-credentials_from = Credentials from
exhibit-aws_said = AWS to { $operation }
exhibit-clock = This machine's clock, against AWS's
exhibit-proxy = Proxy
exhibit-ca_bundle = CA bundle
exhibit-endpoint = Endpoint
exhibit-region = Region
exhibit-mfa_device = MFA device
exhibit-setting_sent = { $key }
exhibit-identity = AWS says you are
exhibit-cache_entry = Cached session
exhibit-process_said = The program said
exhibit-token_file = Token file

# What mends a cause.
fix-set_clock = Set the clock by the network
fix-renew = Renew “{ $profile }”
fix-renew_with_code = Renew with a code
fix-delete_cached_session = Delete the cached session
fix-sso_login = Sign in again

doctor-no_fix = Nothing that can be done here mends “{ $code }”.
doctor-mended = Done: { $paths }
doctor-left_to_person = That is a command for your shell: run it yourself.
