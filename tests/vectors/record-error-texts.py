"""Records what real tools print when credentials fail, into error-texts.json beside this file.

    cargo build -p aws-sim && cargo build -p sandglass-engine --example caller_identity
    python tests/vectors/record-error-texts.py target/debug target/tools

The arguments are where cargo puts what it builds, and where `cargo xtask test` puts its tools (python, aws-cli-v2, node). Each
tool really runs, in a home of its own, against aws-sim, a closed port or a broken file. Entries whose origin is
`reported` stay as they are. What is expected of a text stands here, beside the fault that was made.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

BUILT, TOOLS = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
CORPUS = pathlib.Path(__file__).with_name("error-texts.json")
KEYS = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"
BASE = "[base]\n" + KEYS
ARN = "arn:aws:iam::123456789012:role/"
WORLD = {
    "users": [{
        "arn": "arn:aws:iam::123456789012:user/ana",
        "access_keys": [{"id": "AKIAIOSFODNN7EXAMPLE", "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}],
        "mfa_devices": [{"serial": "arn:aws:iam::123456789012:mfa/ana", "codes": ["111111"]}],
    }],
    "roles": [
        {"arn": ARN + "project1", "max_session_duration": 43200},
        {"arn": ARN + "short"},
        {"arn": ARN + "closed", "trusts": ["999999999999"]},
        {"arn": ARN + "guarded", "requires_mfa": True},
        {"arn": ARN + "brief", "session_seconds": 1},
    ],
    "disabled_regions": ["ap-east-1"],
}
BOTO3 = "import boto3; boto3.Session(profile_name={profile!r}).client('sts').get_caller_identity()"
NODE = """
const require = (await import('node:module')).createRequire(process.env.NODE_TOOLS + '/package.json');
const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
const providers = require('@aws-sdk/credential-providers');
const profile = process.env.TEST_PROFILE;
const credentials = profile ? providers.fromIni({ profile }) : providers.fromNodeProviderChain();
await new STSClient({ credentials, maxAttempts: 1, endpoint: process.env.AWS_ENDPOINT_URL_STS }).send(new GetCallerIdentityCommand({}));
"""
ALL, SDKS, CLI, PYTHON = ("v1", "v2", "boto3", "js", "rust"), ("js", "rust"), ("v1", "v2"), ("v1", "v2", "boto3")


def role(name, *settings, source="base"):
    text = f"[profile {name}]\nrole_arn = {ARN}{name}\nregion = eu-central-1\n"
    return text + (f"source_profile = {source}\n" if source else "") + "".join(line + "\n" for line in settings)


def case(name, expected, *, tools=PYTHON, config="", credentials=BASE, profile=None, variables=None, sim=None, files=None, arguments=None, answer=""):
    code, operation, hint = expected
    return dict(name=name, code=code, operation=operation, hint=hint, tools=tools, config=config, credentials=credentials, profile=profile,
                variables=variables or {}, sim=sim or [], files=files or {}, arguments=arguments, answer=answer)


STS, ROLE = "GetCallerIdentity", "AssumeRole"
REGION = {"AWS_REGION": "eu-central-1", "AWS_DEFAULT_REGION": "eu-central-1"}
KEY = {"AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", **REGION}
SSO = "sso_account_id = 123456789012\nsso_role_name = Admin\nsso_region = eu-central-1\nregion = eu-central-1\n"
CACHE = ".aws/cli/cache/{key}.json"


def process(name, expected, command, **more):
    return case(name, expected, config=f"[profile p]\nregion = eu-central-1\ncredential_process = {command}\n", profile="p", **more)


def cases(expired):
    """Every fault, the tools that meet it, and what their message should be read as."""
    source = "".join(f"{key.lower()} = {value}\n" for key, value in expired.items())
    echo = "python3 -c \"print('%s')\""
    return [
        case("expired keys in variables", ("ExpiredToken", STS, "expired_token"), tools=ALL, variables={**REGION, **expired}),
        case("expired keys as source", ("ExpiredToken", ROLE, "expired_token"), tools=ALL, config=role("project1"), credentials=f"[base]\n{source}", profile="project1"),
        case("unknown key", ("InvalidClientTokenId", STS, "invalid_token"), tools=ALL, variables={**KEY, "AWS_ACCESS_KEY_ID": "AKIAXXXXXXXXXXXXXXXX"}),
        case("wrong secret", ("SignatureDoesNotMatch", STS, "signature_mismatch"), tools=ALL, variables={**KEY, "AWS_SECRET_ACCESS_KEY": "wrong"}),
        case("clock slow", ("SignatureDoesNotMatch", STS, "clock_skew"), tools=PYTHON, variables=KEY, sim=[("clock", {"offset": 1200})]),
        case("clock fast", ("SignatureDoesNotMatch", STS, "clock_skew"), tools=PYTHON, variables=KEY, sim=[("clock", {"offset": -1200})]),
        case("role that trusts others", ("AccessDenied", ROLE, "access_denied_assume_role"), tools=ALL, config=role("closed"), profile="closed"),
        case("role that asks for MFA", ("AccessDenied", ROLE, "access_denied_assume_role"), config=role("guarded"), profile="guarded"),
        case("wrong MFA code", ("AccessDenied", ROLE, "mfa_failed"), tools=CLI, config=role("guarded", "mfa_serial = arn:aws:iam::123456789012:mfa/ana"), profile="guarded", answer="000000\n"),
        case("MFA serial of another", ("AccessDenied", ROLE, "mfa_failed"), tools=CLI, config=role("guarded", "mfa_serial = arn:aws:iam::123456789012:mfa/rui"), profile="guarded", answer="000000\n"),
        case("MFA without a callback", ("mfa_required", None, "mfa_required"), tools=("js",), config=role("guarded", "mfa_serial = arn:aws:iam::123456789012:mfa/ana"), profile="guarded"),
        case("duration above the role's", ("ValidationError", ROLE, "duration"), config=role("short", "duration_seconds = 7200"), profile="short"),
        case("duration too short", ("duration_invalid", None, "duration"), config=role("short", "duration_seconds = 60"), profile="short"),
        case("duration in a chain", ("ValidationError", ROLE, "duration"), config=role("project1") + role("short", "duration_seconds = 7200", source="project1").replace("role/short", "role/project1"), profile="short"),
        case("region without STS", ("RegionDisabledException", STS, "region_disabled"), variables={**KEY, "AWS_REGION": "ap-east-1", "AWS_DEFAULT_REGION": "ap-east-1"}),
        case("throttled", ("Throttling", STS, "throttled"), tools=ALL, variables=KEY, sim=[("fault", {"kind": "throttle"})]),
        case("fault at AWS", ("InternalFailure", STS, "service_fault"), variables={**KEY, "AWS_MAX_ATTEMPTS": "1"}, sim=[("fault", {"kind": "internal"})]),
        case("unavailable", ("ServiceUnavailable", STS, "service_fault"), variables={**KEY, "AWS_MAX_ATTEMPTS": "1"}, sim=[("fault", {"kind": "unavailable"})]),
        case("denied", ("AccessDenied", STS, "access_denied"), variables=KEY, sim=[("fault", {"kind": "deny"})]),
        case("connection dropped", ("network", None, "network"), variables={**KEY, "AWS_MAX_ATTEMPTS": "1"}, sim=[("fault", {"kind": "drop"})]),
        case("nothing configured", ("unable_to_locate_credentials", None, "no_credentials"), tools=ALL, credentials="", variables=REGION),
        case("no such profile", ("profile_not_found", None, "profile_missing"), tools=PYTHON + SDKS, profile="nowhere", variables=REGION),
        case("half a pair in variables", ("partial_credentials", None, "partial_credentials"), variables={**REGION, "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE"}),
        case("half a pair in a file", ("partial_credentials", None, "partial_credentials"), credentials="[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n", profile="base", variables=REGION),
        case("a section twice", ("file_unparsable", None, "file_unparsable"), config="[profile a]\n[profile a]\n", profile="base"),
        case("a line without separator", ("file_unparsable", None, "file_unparsable"), tools=PYTHON + ("rust",), credentials=BASE + "oops\n", profile="base"),
        case("no region", ("region_missing", None, "region_missing"), tools=CLI, arguments=["sqs", "list-queues"], profile="base"),
        case("a region with a comment", ("region_invalid", None, "region_invalid"), profile="base", variables={"AWS_REGION": "eu # x", "AWS_DEFAULT_REGION": "eu # x", "AWS_ENDPOINT_URL_STS": ""}),
        case("source missing", ("source_profile_missing", None, "profile_misconfigured"), tools=PYTHON + ("rust",), config=role("project1", source="nowhere"), profile="project1"),
        case("source without credentials", ("source_without_credentials", None, "profile_misconfigured"), config=role("project1", source="empty") + "[profile empty]\noutput = json\n", profile="project1"),
        case("role without source", ("role_without_source", None, "profile_misconfigured"), config=role("project1", source=None), profile="project1"),
        case("two sources", ("conflicting_sources", None, "profile_misconfigured"), config=role("project1", "credential_source = Environment"), profile="project1"),
        case("unknown credential source", ("invalid_credential_source", None, "profile_misconfigured"), config=role("project1", "credential_source = environment", source=None), profile="project1"),
        case("empty credential source", ("credential_source_empty", None, "profile_misconfigured"), config=role("project1", "credential_source = Environment", source=None), profile="project1"),
        case("loop", ("source_loop", None, "source_loop"), tools=ALL, config=role("a", source="b") + role("b", source="a"), profile="a"),
        case("SSO half configured", ("sso_misconfigured", None, "sso_misconfigured"), config="[profile s]\nsso_account_id = 123456789012\n", profile="s"),
        case("SSO session missing", ("sso_misconfigured", None, "sso_misconfigured"), config="[profile s]\nsso_session = nowhere\n" + SSO, profile="s"),
        case("SSO never signed in", ("sso_token_missing", None, "sso_expired"), tools=PYTHON + ("js",), config="[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1\n[profile s]\nsso_session = corp\n" + SSO.replace("sso_region = eu-central-1\n", ""), profile="s"),
        case("legacy SSO token over", ("sso_token_expired", None, "sso_expired"), tools=("v1", "boto3", "js"), config="[profile s]\nsso_start_url = https://corp.awsapps.com/start\n" + SSO, profile="s",
             files={".aws/sso/cache/{legacy}.json": json.dumps({"startUrl": "https://corp.awsapps.com/start", "region": "eu-central-1", "accessToken": "t", "expiresAt": "2020-01-01T00:00:00Z"})}),
        case("SSO token over", ("sso_token_expired", None, "sso_expired"), tools=PYTHON, config="[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1\n[profile s]\nsso_session = corp\n" + SSO.replace("sso_region = eu-central-1\n", ""), profile="s",
             files={".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json": json.dumps({"startUrl": "https://corp.awsapps.com/start", "region": "eu-central-1", "accessToken": "t", "expiresAt": "2020-01-01T00:00:00Z"})}),
        case("login unsupported", ("login_unsupported", None, "login_unsupported"), tools=("v1", "boto3"), config="[profile l]\nlogin_session = arn:aws:iam::123456789012:user/ana\nregion = eu-central-1\n", profile="l"),
        process("process that fails", ("credential_process_failed", None, "process_failed"), "python3 -c \"import sys; sys.exit('vault is locked')\""),
        process("process of another version", ("credential_process_output", None, "process_failed"), echo % "{\\\"Version\\\": 2}"),
        process("process without keys", ("credential_process_output", None, "process_failed"), echo % "{\\\"Version\\\": 1}"),
        process("process whose keys are over", ("refreshed_still_expired", None, "refreshed_expired"), "python3 HOME/expired.py", files={"expired.py": "import json; print(json.dumps({'Version': 1, 'AccessKeyId': 'a', 'SecretAccessKey': 'b', 'SessionToken': 'c', 'Expiration': '2020-01-01T00:00:00Z'}))"}),
        process("process that fails", ("credential_process_failed", None, "process_failed"), "false", tools=("js",)),
        case("damaged cache", ("cache_damaged", None, "cache_damaged"), tools=CLI, config=role("project1"), profile="project1", files={".aws/cli/cache/{project1}.json": "{ no"}),
        case("web identity without role", ("web_identity_misconfigured", None, "web_identity"), config="[profile w]\nweb_identity_token_file = /tmp/token\nregion = eu-central-1\n", profile="w"),
        case("endpoint closed", ("network", None, "network"), tools=PYTHON + ("rust",), variables={**KEY, "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}),
        case("name unknown", ("network", None, "network"), variables={**KEY, "AWS_ENDPOINT_URL_STS": "https://sts.eu-centrall-1.invalid", "AWS_MAX_ATTEMPTS": "1"}),
        case("no TLS there", ("tls", None, "tls"), variables={**KEY, "AWS_ENDPOINT_URL_STS": "https://127.0.0.1:PORT", "AWS_MAX_ATTEMPTS": "1"}),
        case("CA bundle missing", ("tls", None, "tls"), variables={**KEY, "AWS_ENDPOINT_URL_STS": "https://127.0.0.1:PORT", "AWS_CA_BUNDLE": "/nowhere/ca.pem", "AWS_MAX_ATTEMPTS": "1"}),
        case("proxy closed", ("proxy", None, "proxy"), variables={**KEY, "AWS_ENDPOINT_URL_STS": "https://sts.example.invalid", "HTTPS_PROXY": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}),
        case("container closed", ("metadata_unreachable", None, "container"), credentials="", variables={**REGION, "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:9/x"}),
        case("container elsewhere", ("metadata_unreachable", None, "container"), credentials="", variables={**REGION, "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://example.com/x"}),
        case("parameter missing", ("parameter_invalid", None, "not_about_credentials"), tools=CLI, arguments=["sts", "assume-role", "--role-arn", "x", "--role-session-name", "y"], variables=KEY),
        case("unknown command", ("unrecognised", None, "unrecognised"), tools=CLI, arguments=["sts", "get-caller"], variables=KEY),
    ]


def cache_keys():
    import hashlib
    sha1 = lambda text: hashlib.sha1(text.encode()).hexdigest()
    return {"project1": sha1(json.dumps({"RoleArn": ARN + "project1"})), "legacy": sha1("https://corp.awsapps.com/start")}


def versions():
    first = lambda command: subprocess.run(command, capture_output=True, text=True).stdout.strip()
    boto3 = first([TOOLS / "python/bin/python", "-c", "import boto3; print(boto3.__version__)"])
    js = json.loads((TOOLS / "node/node_modules/@aws-sdk/client-sts/package.json").read_text())["version"]
    rust = re.search(r'name = "aws-config"\nversion = "(.*?)"', pathlib.Path(__file__).parents[2].joinpath("Cargo.lock").read_text())[1]
    v1 = first([TOOLS / "python/bin/aws", "--version"]).split()[0].split("/")[1]
    v2 = first([TOOLS / "aws-cli-v2/aws", "--version"]).split()[0].split("/")[1]
    return {"v1": ("aws_cli", v1), "v2": ("aws_cli", v2), "boto3": ("boto3", boto3), "js": ("javascript_sdk_v3", js), "rust": ("rust_sdk", rust)}


def run(case, tool, url, home):
    port = url.rsplit(":", 1)[1]
    variables = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true", "AWS_PAGER": "", "AWS_ENDPOINT_URL_STS": url, "NODE_TOOLS": str(TOOLS / "node"), "NO_COLOR": "1"}
    variables.update({name: value.replace("PORT", port) for name, value in case["variables"].items()})
    variables = {name: value for name, value in variables.items() if value or name == "AWS_PAGER"}
    arguments = case["arguments"] or ["sts", "get-caller-identity"]
    chosen = ["--profile", case["profile"]] if case["profile"] else []
    if tool == "js":
        variables = {"AWS_REGION": "eu-central-1", **variables, "TEST_PROFILE": case["profile"] or "", "NODE_NO_WARNINGS": "1"}
        command = ["node", "--input-type=module", "-e", NODE]
    elif tool == "rust":
        variables.update({"AWS_PROFILE": case["profile"]} if case["profile"] else {})
        command = [BUILT / "examples/caller_identity"]
    elif tool == "boto3":
        command = [TOOLS / "python/bin/python", "-c", BOTO3.format(profile=case["profile"])]
    else:
        command = [TOOLS / ("python/bin/aws" if tool == "v1" else "aws-cli-v2/aws"), *arguments, *chosen]
    ran = subprocess.run(command, env=variables, cwd=home, input=case["answer"], capture_output=True, text=True, timeout=120, start_new_session=True)
    return ran.stderr if ran.returncode else None


def scrubbed(text, home, port):
    """No path of this machine, no id of this run."""
    text = text.replace(home, "/home/ana").replace(str(TOOLS / "node"), "/home/ana/app").replace(str(TOOLS), "/usr/lib")
    text = re.sub(r"File \"[^\"]*/(site-packages|dist-packages|python3[^/\"]*)/", r'File "/usr/lib/python3/\1/', text)
    text = text.replace(f":{port}", ":4566")
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "00000000-0000-0000-0000-000000000000", text)
    return re.sub(r"(ASIA)[A-Z0-9]{12,}", r"\1EXAMPLE000000000", text).strip()


def post(url, what, body):
    urllib.request.urlopen(urllib.request.Request(f"{url}/_sim/{what}", json.dumps(body).encode(), method="POST")).read()


def start(directory):
    world = os.path.join(directory, "world.json")
    pathlib.Path(world).write_text(json.dumps(WORLD))
    sim = subprocess.Popen([BUILT / "aws-sim", "--world", world], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    return sim, sim.stdout.readline().strip()


def expired_session(url):
    """Keys of a role whose sessions last a second."""
    code = "import boto3,json;c=boto3.client('sts').assume_role(RoleArn=%r,RoleSessionName='ana')['Credentials'];print(json.dumps([c['AccessKeyId'],c['SecretAccessKey'],c['SessionToken']]))" % (ARN + "brief")
    found = subprocess.run([TOOLS / "python/bin/python", "-c", code], env={**KEY, "AWS_ENDPOINT_URL_STS": url, "PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True)
    time.sleep(2)
    return dict(zip(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"), json.loads(found.stdout)))


def record(case, tool, expired_of):
    directory = tempfile.mkdtemp()
    sim, url = start(directory)
    try:
        if "expired keys" in case["name"]:
            case = next(again for again in cases(expired_session(url)) if again["name"] == case["name"])
        for what, body in case["sim"]:
            post(url, what, body)
        home = os.path.join(directory, "home")
        keys = cache_keys()
        files = {".aws/config": case["config"], ".aws/credentials": case["credentials"], **case["files"]}
        for name, content in files.items():
            for key, value in keys.items():
                name = name.replace("{" + key + "}", value)
            path = pathlib.Path(home, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content.replace("HOME", home))
        text = run(case, tool, url, home)
        return text and scrubbed(text, home, url.rsplit(":", 1)[1])
    finally:
        sim.stdin.close()
        sim.wait()
        shutil.rmtree(directory)


def main():
    kept = [entry for entry in json.loads(CORPUS.read_text()) if entry["origin"] != "recorded"] if CORPUS.exists() else []
    known, entries, nothing = versions(), [], {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_SESSION_TOKEN": ""}
    for made in cases(nothing):
        for tool in made["tools"]:
            text = record(made, tool, nothing)
            if not text:
                print(f"nothing failed: {made['name']} with {tool}", file=sys.stderr)
                continue
            name, version = known[tool]
            entries.append({"name": f"{made['name']}, {tool}", "origin": "recorded", "tool": name, "version": version, "text": text,
                            "code": made["code"], "operation": None if tool in SDKS else made["operation"], "hint": made["hint"]})
    CORPUS.write_text(json.dumps(entries + kept, indent=1, ensure_ascii=False) + "\n")


main()
