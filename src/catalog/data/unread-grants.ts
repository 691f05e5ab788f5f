/**
 * Types that let somebody use something in a way of their own, next to IAM's policies, which is not read: what they let people
 * do is told to nobody. By CloudFormation name, with what they are about.
 */
export const unreadGrants: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/lake-formation/latest/dg/lake-formation-permissions.html
  'AWS::LakeFormation::DataLakeSettings':
    'who administers Lake Formation and what everybody gets there; nor are tables shut to those whom Lake Formation gives nothing',
  'AWS::LakeFormation::Permissions': 'who may use databases, places and tags of Lake Formation',
  'AWS::LakeFormation::PrincipalPermissions': 'who may use databases, places and tags of Lake Formation',
  'AWS::LakeFormation::Resource': 'for which place Lake Formation hands out credentials of its own role',
  'AWS::LakeFormation::TagAssociation': 'which data Lake Formation shares by tag',
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants.html
  'AWS::S3::AccessGrant': 'which people of a directory get credentials for objects from S3 Access Grants',
  'AWS::OpenSearchServerless::SecurityConfig': 'which SAML provider lets people in to collections',
  // https://docs.aws.amazon.com/quicksight/latest/user/access-to-aws-resources.html: their `Permissions` name people of QuickSight.
  'AWS::QuickSight::Analysis': 'which people of QuickSight may use it',
  'AWS::QuickSight::Dashboard': 'which people of QuickSight may use it',
  'AWS::QuickSight::DataSet': 'which people of QuickSight may use it',
  'AWS::QuickSight::DataSource': 'which people of QuickSight may use it',
  'AWS::QuickSight::Folder': 'which people of QuickSight may use it',
  'AWS::QuickSight::Template': 'which people of QuickSight may use it',
  'AWS::QuickSight::Theme': 'which people of QuickSight may use it',
  'AWS::QuickSight::Topic': 'which people of QuickSight may use it',
};

/** A property that is given, or has this value. */
interface Given {
  readonly path: readonly string[];
  readonly value?: string;
}

/** Of these types those are read of which one of the properties is given like this. */
export const readWhere: Readonly<Record<string, readonly Given[]>> = {
  'AWS::S3::AccessGrant': [{ path: ['Grantee', 'GranteeType'], value: 'IAM' }],
  'AWS::LakeFormation::PrincipalPermissions': [
    { path: ['Resource', 'Table'] },
    { path: ['Resource', 'TableWithColumns'] },
  ],
  'AWS::LakeFormation::Permissions': [
    { path: ['Resource', 'TableResource'] },
    { path: ['Resource', 'TableWithColumnsResource'] },
  ],
  'AWS::LakeFormation::Resource': [{ path: ['RoleArn'] }],
};
