"""Calls STS with one boto3 client until its credentials were renewed in mid-run, saying who it was."""

import os
import time

import boto3

client = boto3.Session(profile_name=os.environ["TEST_PROFILE"]).client("sts")
seen = []
while len(seen) < 2:
    arn = client.get_caller_identity()["Arn"]
    if arn not in seen:
        seen.append(arn)
    time.sleep(0.2)
print("\n".join(seen))
