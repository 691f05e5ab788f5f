# threat: identity/long-lived-keys
resource "aws_iam_user" "deployer" {
  name = "deployer"
}

resource "aws_iam_access_key" "deployer_key" {
  user = aws_iam_user.deployer.name
}

# ok: identity/long-lived-keys
resource "aws_iam_user" "person" {
  name = "person"
}

# ok: identity/long-lived-keys
resource "aws_iam_user" "former" {
  name = "former"
}

resource "aws_iam_access_key" "former_key" {
  user   = aws_iam_user.former.name
  status = "Inactive"
}
