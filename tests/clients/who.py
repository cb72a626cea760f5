"""Asks STS once who it is, as a profile."""

import os

import boto3

print(boto3.Session(profile_name=os.environ["TEST_PROFILE"]).client("sts").get_caller_identity()["Arn"])
