// Calls STS with one client until its credentials were renewed in mid-run, saying who it was.
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";

const require = createRequire(process.env.TEST_NODE_TOOLS + "/package.json");
const { STSClient, GetCallerIdentityCommand } = require("@aws-sdk/client-sts");
const { fromIni } = require("@aws-sdk/credential-providers");

const credentials = fromIni({ profile: process.env.TEST_PROFILE });
const client = new STSClient({ region: "eu-central-1", credentials, endpoint: process.env.AWS_ENDPOINT_URL_STS });
const seen = [];
while (seen.length < 2) {
  const { Arn } = await client.send(new GetCallerIdentityCommand({}));
  if (!seen.includes(Arn)) seen.push(Arn);
  await setTimeout(200);
}
console.log(seen.join("\n"));
