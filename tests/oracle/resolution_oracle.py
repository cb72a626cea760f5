"""Resolves credentials with boto3: one JSON request a line on standard input, one answer a line on standard output.

Request: {"home": path, "variables": {...}, "profile": name or null}. Answer: {"chain": [{"method", "key" or "role"}...]},
from what the call would sign with down to what needs no other; or {"error": class, "message": text}. Nothing is asked of
any network: roles, SSO and web identity are deferred by botocore itself, container and instance answer from here.
"""

import json
import os
import sys

import boto3
import botocore.exceptions
from botocore.utils import ContainerMetadataFetcher, InstanceMetadataFetcher

END = "2099-01-01T00:00:00Z"
ContainerMetadataFetcher.retrieve_full_uri = lambda self, uri, headers=None: {
    "AccessKeyId": "ASIACONTAINER0000000", "SecretAccessKey": "s", "Token": "t", "Expiration": END,
}
InstanceMetadataFetcher.retrieve_iam_role_credentials = lambda self: {
    "role_name": "r", "access_key": "ASIAINSTANCE00000000", "secret_key": "s", "token": "t", "expiry_time": END,
}
OWN = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}


def link(credentials):
    """One link of the chain, and what signs for it."""
    refresh = getattr(credentials, "_refresh_using", None)
    fetcher = getattr(getattr(refresh, "_refresh", refresh), "__self__", None)
    role = getattr(fetcher, "_role_arn", None)
    if role is not None:
        return {"method": credentials.method, "role": role}, getattr(fetcher, "_source_credentials", None)
    key = getattr(credentials, "_access_key", None) or getattr(credentials, "access_key", None) if refresh is None else credentials._access_key
    return {"method": credentials.method, "key": key and key[-4:]}, None


def resolve(request):
    os.environ.clear()
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
