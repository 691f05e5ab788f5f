"""Makes the identities of a template in a simulated account and prints what get-account-authorization-details answers there.

Argument: the template's path. Needs moto and boto3. Identities are made one by one through IAM's API, since the simulated
CloudFormation knows neither groups nor all forms of policies. The template must name everything and must not use short
function tags.
"""

import json
import os
import sys

ACCOUNT = "111122223333"
os.environ.update(
    AWS_ACCESS_KEY_ID="none",
    AWS_SECRET_ACCESS_KEY="none",
    AWS_DEFAULT_REGION="eu-west-1",
    MOTO_ACCOUNT_ID=ACCOUNT,
    MOTO_IAM_LOAD_MANAGED_POLICIES="true",
)

import boto3  # noqa: E402
import yaml  # noqa: E402
from moto import mock_aws  # noqa: E402

KINDS = {
    "AWS::IAM::ManagedPolicy": ("policy", "ManagedPolicyName"),
    "AWS::IAM::Group": ("group", "GroupName"),
    "AWS::IAM::User": ("user", "UserName"),
    "AWS::IAM::Role": ("role", "RoleName"),
}


def arn_of(resource):
    kind, name = KINDS[resource["Type"]]
    properties = resource["Properties"]
    return f"arn:aws:iam::{ACCOUNT}:{kind}{properties.get('Path', '/')}{properties[name]}"


def resolved(value, resources):
    """The value with Ref and Fn::GetAtt replaced by names and ARNs."""
    if isinstance(value, list):
        return [resolved(item, resources) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"Fn::GetAtt"}:
        return arn_of(resources[value["Fn::GetAtt"][0]])
    if set(value) == {"Ref"}:
        target = resources[value["Ref"]]
        is_policy = target["Type"] == "AWS::IAM::ManagedPolicy"
        return arn_of(target) if is_policy else target["Properties"][KINDS[target["Type"]][1]]
    return {key: resolved(item, resources) for key, item in value.items()}


def make_identity(iam, resource):
    """A user, group or role with what its own properties say."""
    kind, name_key = KINDS[resource["Type"]]
    given = resource["Properties"]
    name = {name_key: given[name_key]}
    more = {key: given[key] for key in ("Path", "Tags", "PermissionsBoundary") if key in given}
    if kind == "role":
        more["AssumeRolePolicyDocument"] = json.dumps(given["AssumeRolePolicyDocument"])
    getattr(iam, f"create_{kind}")(**name, **more)
    for policy in given.get("Policies", []):
        document = json.dumps(policy["PolicyDocument"])
        getattr(iam, f"put_{kind}_policy")(**name, PolicyName=policy["PolicyName"], PolicyDocument=document)
    for arn in given.get("ManagedPolicyArns", []):
        getattr(iam, f"attach_{kind}_policy")(**name, PolicyArn=arn)
    for group in given.get("Groups", []):
        iam.add_user_to_group(**name, GroupName=group)


def make_rest(iam, resource):
    """What stands by itself and names identities."""
    given = resource["Properties"]
    for kind, names in (("role", "Roles"), ("user", "Users"), ("group", "Groups")):
        for name in given.get(names, []):
            who = {KINDS[f"AWS::IAM::{kind.capitalize()}"][1]: name}
            if resource["Type"] == "AWS::IAM::ManagedPolicy":
                getattr(iam, f"attach_{kind}_policy")(**who, PolicyArn=arn_of(resource))
            elif resource["Type"] == "AWS::IAM::Policy":
                document = json.dumps(given["PolicyDocument"])
                getattr(iam, f"put_{kind}_policy")(**who, PolicyName=given["PolicyName"], PolicyDocument=document)
            else:
                profile = {"InstanceProfileName": given["InstanceProfileName"]}
                iam.create_instance_profile(**profile)
                iam.add_role_to_instance_profile(**profile, **who)


def deploy(iam, resources):
    of_types = lambda *types: [each for each in resources.values() if each["Type"] in types]
    for policy in of_types("AWS::IAM::ManagedPolicy"):
        given = policy["Properties"]
        # A first version that says something else: only the default one counts.
        first = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
        iam.create_policy(
            PolicyName=given["ManagedPolicyName"], Path=given.get("Path", "/"), PolicyDocument=json.dumps(first)
        )
        iam.create_policy_version(
            PolicyArn=arn_of(policy), PolicyDocument=json.dumps(given["PolicyDocument"]), SetAsDefault=True
        )
    for identity in [*of_types("AWS::IAM::Group"), *of_types("AWS::IAM::User", "AWS::IAM::Role")]:
        make_identity(iam, identity)
    for other in of_types("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::InstanceProfile"):
        make_rest(iam, other)


def collect(iam, template):
    details = iam.get_account_authorization_details()
    details.pop("ResponseMetadata")
    # Boundaries, which IAM gives and the simulated one leaves out; policies of AWS that nobody uses, which IAM leaves out.
    bounded = [each["Properties"] for each in template.values() if "PermissionsBoundary" in each["Properties"]]
    for detail in [*details["UserDetailList"], *details["RoleDetailList"]]:
        for given in bounded:
            if detail.get("UserName", "-") == given.get("UserName") or detail.get("RoleName", "-") == given.get("RoleName"):
                arn = given["PermissionsBoundary"]
                detail["PermissionsBoundary"] = {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn}
    details["Policies"] = [each for each in details["Policies"] if f":{ACCOUNT}:" in each["Arn"] or each["AttachmentCount"]]
    return details


with mock_aws():
    client = boto3.client("iam")
    with open(sys.argv[1], encoding="utf-8") as file:
        given = yaml.safe_load(file)["Resources"]
    deploy(client, resolved(given, given))
    print(json.dumps(collect(client, resolved(given, given)), default=str, indent=2))
