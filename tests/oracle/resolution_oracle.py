"""Resolves credentials with boto3: one JSON request a line on standard input, one answer a line on standard output.

Request: {"home": path, "variables": {...}, "profile": name or null}. Answer: {"chain": [{"method", "key" or "role", and the settings
botocore goes by}...]}, from what the call would sign with down to what needs no other; or {"error": class, "message": text}. Nothing is asked of
any network: roles, SSO and web identity are deferred by botocore itself, container and instance answer from here.
"""

import json
import os
import sys

import boto3
import botocore.exceptions
from botocore.credentials import AssumeRoleWithWebIdentityCredentialFetcher, ProcessProvider, SSOCredentialFetcher
from botocore.utils import ContainerMetadataFetcher, InstanceMetadataFetcher

END = "2099-01-01T00:00:00Z"
ContainerMetadataFetcher.retrieve_full_uri = lambda self, uri, headers=None: {
    "AccessKeyId": "ASIACONTAINER0000000", "SecretAccessKey": "s", "Token": "t", "Expiration": END,
}
InstanceMetadataFetcher.retrieve_iam_role_credentials = lambda self: {
    "role_name": "r", "access_key": "ASIAINSTANCE00000000", "secret_key": "s", "token": "t", "expiry_time": END,
}
# Which command line a program is run with: botocore keeps it in a closure.
COMMANDS = []
retrieve_using = ProcessProvider._retrieve_credentials_using


def remember_command(self, command):
    COMMANDS.append(command)
    return retrieve_using(self, command)


ProcessProvider._retrieve_credentials_using = remember_command
OWN = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}


def of_role(fetcher):
    """What AssumeRole is called with, but for what is made up at each call."""
    said = {name: fetcher._assume_kwargs.get(name) for name in ("ExternalId", "SerialNumber", "DurationSeconds")}
    made_up = fetcher._using_default_session_name
    return {**said, "RoleSessionName": None if made_up else fetcher._role_session_name}


def settings(fetcher):
    """The settings of one link, as botocore goes by them."""
    if isinstance(fetcher, SSOCredentialFetcher):
        names = {"sso_region": "_sso_region", "account": "_account_id", "sso_role": "_role_name", "session": "_sso_session_name", "start_url": "_start_url"}
        return {name: getattr(fetcher, field) for name, field in names.items()}
    if isinstance(fetcher, AssumeRoleWithWebIdentityCredentialFetcher):
        return {**of_role(fetcher), "token_file": fetcher._web_identity_token_loader._web_identity_token_path}
    return of_role(fetcher)


def link(credentials):
    """One link of the chain, and what signs for it."""
    refresh = getattr(credentials, "_refresh_using", None)
    fetcher = getattr(getattr(refresh, "_refresh", refresh), "__self__", None)
    role = getattr(fetcher, "_role_arn", None)
    if role is not None:
        found = {"method": credentials.method, "role": role, "settings": settings(fetcher)}
        return found, getattr(fetcher, "_source_credentials", None)
    if isinstance(fetcher, SSOCredentialFetcher):
        return {"method": credentials.method, "settings": settings(fetcher)}, None
    if credentials.method == ProcessProvider.METHOD:
        return {"method": credentials.method, "settings": {"command": COMMANDS[-1]}}, None
    key = getattr(credentials, "_access_key", None) or getattr(credentials, "access_key", None) if refresh is None else credentials._access_key
    return {"method": credentials.method, "key": key and key[-4:]}, None


def resolve(request):
    os.environ.clear()
    COMMANDS.clear()
    os.environ.update({**OWN, "HOME": request["home"], "USERPROFILE": request["home"], **request["variables"]})
    credentials = boto3.Session(profile_name=request["profile"]).get_credentials()
    chain = []
    while credentials is not None:
        found, credentials = link(credentials)
        chain.append(found)
    return {"chain": chain}


def main():
    for line in sys.stdin:
        try:
            answer = resolve(json.loads(line))
        except (botocore.exceptions.BotoCoreError, OSError, ValueError, RuntimeError) as error:
            answer = {"error": type(error).__name__, "message": str(error)}
        print(json.dumps(answer), flush=True)


main()
