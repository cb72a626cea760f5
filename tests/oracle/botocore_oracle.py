"""Reads AWS files with botocore: one JSON request a line on standard input, one answer a line on standard output.

Request: {"kind": "config" | "credentials", "bytes": [numbers]}. Answer: {"profiles": …, "defaults": …} as
botocore's session merges one file, or {"refused": reason}.
"""

import configparser
import json
import os
import sys
import tempfile

import botocore.configloader
import botocore.exceptions


def read(kind, path):
    if kind == "config":
        profiles = botocore.configloader.load_config(path)["profiles"]
    else:
        profiles = botocore.configloader.raw_config_parse(path)
    parser = configparser.RawConfigParser()
    parser.read([path])
    return {"profiles": profiles, "defaults": dict(parser.defaults())}


def main():
    directory = tempfile.mkdtemp()
    path = os.path.join(directory, "file")
    for line in sys.stdin:
        request = json.loads(line)
        with open(path, "wb") as file:
            file.write(bytes(request["bytes"]))
        try:
            answer = read(request["kind"], path)
        except (botocore.exceptions.ConfigParseError, UnicodeDecodeError) as error:
            answer = {"refused": str(error)}
        except configparser.Error as error:
            answer = {"refused": str(error)}
        print(json.dumps(answer), flush=True)
    os.unlink(path)
    os.rmdir(directory)


main()
