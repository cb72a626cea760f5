// Asks STS once who it is, as a profile.
import { createRequire } from "node:module";

const require = createRequire(process.env.TEST_NODE_TOOLS + "/package.json");
const { STSClient, GetCallerIdentityCommand } = require("@aws-sdk/client-sts");
const { fromNodeProviderChain } = require("@aws-sdk/credential-providers");

const credentials = fromNodeProviderChain({ profile: process.env.TEST_PROFILE });
const client = new STSClient({ region: "eu-central-1", credentials });
console.log((await client.send(new GetCallerIdentityCommand({}))).Arn);
