import type { Command } from 'commander';
import { note, writeOut } from './output.ts';

/** `bartizan init`: a `bartizan.yaml` to fill in. */
export function configureInit(command: Command): void {
  command
    .description('Writes a bartizan.yaml in which every section is explained and commented out. Never overwrites one.')
    .option('-o, --out <file>', 'where it goes', 'bartizan.yaml')
    .action(runInit);
}

function runInit({ out }: { readonly out: string }): void {
  writeOut(out, template, 'wx');
  note(`wrote ${out}`);
}

const template = `# What templates cannot say: deployments, who and what is outside, attested controls, accepted threats.
# Everything is optional; take the mark # away from what you need. This folder is the root: paths are relative to it.

# deployments:                     # which template is deployed how; without this, one for each template
#   - name: shop-prod              # becomes the first part of every id: shop-prod/OrdersTable
#     template: infra/shop.yaml
#     parameters: params/prod.json # a file, or a map of Key: value
#     account: '111122223333'      # twelve digits, or a name of yours that stands for one account
#     region: eu-west-1
#     stage: prod

# parts:                           # person, saas, identity-provider, on-premises, planned, external
#   - name: Customer
#     kind: person
#     description: Buys in the shop.

# flows:                           # ends: names of parts, addresses or ids of elements, or internet
#   - from: Customer
#     to: shop-prod/Site
#     protocol: https
#     port: 443
#     encrypted: true
#     authentication: password
#     because: customers sign in

# threats:                         # your own
#   - name: stolen-laptop
#     element: shop-prod/Site
#     title: A stolen laptop of an operator
#     statement: A thief with the laptop of an operator can sign in, which leads to changed prices, negatively impacting orders.
#     stride: [spoofing, elevation-of-privilege]
#     likelihood: 2                # 1 to 5
#     impact: 4                    # 1 to 5

# controls:                        # what nobody can see in the configuration; counts until it expires
#   - control: penetration-test
#     elements: [shop-prod/Site]   # all elements when left out
#     owner: security@example.com
#     expires: 2027-06-30
#     because: yearly test by an outside company

# tests:                           # outcomes of security tests: bartizan model --format test-plan writes these entries
#   - test: detonate/aws.defense-evasion.cloudtrail-stop
#     date: 2026-11-20
#     outcome: failed              # or passed, which attests the control
#     control: alarms
#     owner: security@example.com
#     expires: 2027-11-20
#     because: nobody noticed for a day

# assets:                          # what something is worth: 1 low, 2 medium, 3 high
#   - element: shop-prod/OrdersTable
#     name: Orders with addresses
#     confidentiality: 3
#     integrity: 3
#     availability: 2
#     because: personal data of customers

# rules: [security/]               # rule files of your own (*.rule.yaml), or folders of them

# risk:                            # a risk method of your own: from which score on a level begins
#   levels: { critical: 20, high: 12, medium: 6, low: 3 }

# accept:                          # bartizan accept THREAT PATH writes such an entry
#   - threat: data/public-read@shop-prod/Site
#     reason: the bucket holds the public web site
#     owner: shop@example.com
#     expires: 2027-01-31
#     evidence: { exposure: internet, score: 12 }

# moved:                           # former id: present id
#   shop-prod/Orders: shop-prod/OrdersTable
`;
