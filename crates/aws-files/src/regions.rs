//! AWS's regions with their names, as botocore's endpoints list them, and the partitions they belong to.
//!
//! A region that is not in here may be newer than this table: it is never refused because of that.

/// Every region: its code, and AWS's own name for it as its console has it in English and in Brazilian Portuguese.
pub const REGIONS: [(&str, &str, &str); 46] = [
    ("af-south-1", "Africa (Cape Town)", "África (Cidade do Cabo)"),
    ("ap-east-1", "Asia Pacific (Hong Kong)", "Ásia-Pacífico (Hong Kong)"),
    ("ap-east-2", "Asia Pacific (Taipei)", "Ásia-Pacífico (Taipei)"),
    ("ap-northeast-1", "Asia Pacific (Tokyo)", "Ásia-Pacífico (Tóquio)"),
    ("ap-northeast-2", "Asia Pacific (Seoul)", "Ásia-Pacífico (Seul)"),
    ("ap-northeast-3", "Asia Pacific (Osaka)", "Ásia-Pacífico (Osaka)"),
    ("ap-south-1", "Asia Pacific (Mumbai)", "Ásia-Pacífico (Mumbai)"),
    ("ap-south-2", "Asia Pacific (Hyderabad)", "Ásia-Pacífico (Hyderabad)"),
    ("ap-southeast-1", "Asia Pacific (Singapore)", "Ásia-Pacífico (Singapura)"),
    ("ap-southeast-2", "Asia Pacific (Sydney)", "Ásia-Pacífico (Sydney)"),
    ("ap-southeast-3", "Asia Pacific (Jakarta)", "Ásia-Pacífico (Jacarta)"),
    ("ap-southeast-4", "Asia Pacific (Melbourne)", "Ásia-Pacífico (Melbourne)"),
    ("ap-southeast-5", "Asia Pacific (Malaysia)", "Ásia-Pacífico (Malásia)"),
    ("ap-southeast-6", "Asia Pacific (New Zealand)", "Ásia-Pacífico (Nova Zelândia)"),
    ("ap-southeast-7", "Asia Pacific (Thailand)", "Ásia-Pacífico (Tailândia)"),
    ("ca-central-1", "Canada (Central)", "Canadá (Central)"),
    ("ca-west-1", "Canada West (Calgary)", "Oeste do Canadá (Calgary)"),
    ("eu-central-1", "Europe (Frankfurt)", "Europa (Frankfurt)"),
    ("eu-central-2", "Europe (Zurich)", "Europa (Zurique)"),
    ("eu-north-1", "Europe (Stockholm)", "Europa (Estocolmo)"),
    ("eu-south-1", "Europe (Milan)", "Europa (Milão)"),
    ("eu-south-2", "Europe (Spain)", "Europa (Espanha)"),
    ("eu-west-1", "Europe (Ireland)", "Europa (Irlanda)"),
    ("eu-west-2", "Europe (London)", "Europa (Londres)"),
    ("eu-west-3", "Europe (Paris)", "Europa (Paris)"),
    ("il-central-1", "Israel (Tel Aviv)", "Israel (Tel Aviv)"),
    ("me-central-1", "Middle East (UAE)", "Oriente Médio (Emirados Árabes Unidos)"),
    ("me-south-1", "Middle East (Bahrain)", "Oriente Médio (Bahrein)"),
    ("mx-central-1", "Mexico (Central)", "México (Central)"),
    ("sa-east-1", "South America (São Paulo)", "América do Sul (São Paulo)"),
    ("us-east-1", "US East (N. Virginia)", "Leste dos EUA (Norte da Virgínia)"),
    ("us-east-2", "US East (Ohio)", "Leste dos EUA (Ohio)"),
    ("us-west-1", "US West (N. California)", "Oeste dos EUA (Norte da Califórnia)"),
    ("us-west-2", "US West (Oregon)", "Oeste dos EUA (Oregon)"),
    ("cn-north-1", "China (Beijing)", "China (Pequim)"),
    ("cn-northwest-1", "China (Ningxia)", "China (Ningxia)"),
    ("us-gov-east-1", "AWS GovCloud (US-East)", "AWS GovCloud (Leste dos EUA)"),
    ("us-gov-west-1", "AWS GovCloud (US-West)", "AWS GovCloud (Oeste dos EUA)"),
    ("us-iso-east-1", "US ISO East", "US ISO East"),
    ("us-iso-west-1", "US ISO West", "US ISO West"),
    ("us-isob-east-1", "US ISOB East (Ohio)", "US ISOB East (Ohio)"),
    ("us-isob-west-1", "US ISOB West", "US ISOB West"),
    ("eu-isoe-west-1", "EU ISOE West", "EU ISOE West"),
    ("us-isof-east-1", "US ISOF East", "US ISOF East"),
    ("us-isof-south-1", "US ISOF South", "US ISOF South"),
    ("eusc-de-east-1", "AWS European Sovereign Cloud (Germany)", "AWS European Sovereign Cloud (Alemanha)"),
];

/// The code that stands for the one endpoint of a global service.
pub const GLOBAL: &str = "aws-global";

/// True if the table has a region of this code.
pub fn is_known(code: &str) -> bool {
    code == GLOBAL || REGIONS.iter().any(|(known, ..)| *known == code)
}

/// The partitions beside `aws`, by how the codes of their regions begin.
const PARTITIONS: [(&str, &str); 7] = [
    ("cn-", "aws-cn"),
    ("us-gov-", "aws-us-gov"),
    ("us-isob-", "aws-iso-b"),
    ("us-isof-", "aws-iso-f"),
    ("us-iso-", "aws-iso"),
    ("eu-isoe-", "aws-iso-e"),
    ("eusc-", "aws-eusc"),
];

/// The partition a region belongs to, as far as its code tells.
pub fn partition_of(region: &str) -> &'static str {
    let found = PARTITIONS.iter().find(|(start, _)| region.starts_with(start));
    found.map_or("aws", |(_, partition)| partition)
}

/// The region in an older name of a FIPS endpoint: `fips-us-east-1` and `us-gov-west-1-fips`. None for any other.
pub fn without_fips(region: &str) -> Option<String> {
    let plain = region.replace("fips-", "").replace("-fips", "");
    (plain != region).then_some(plain)
}

/// True if a region can be part of a host's name; botocore refuses one that cannot.
pub fn is_host_label(region: &str) -> bool {
    let letters = region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let number = region.bytes().all(|byte| byte.is_ascii_digit());
    letters && !number && region.len() <= 63 && !region.starts_with('-') && !region.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_stands_once_and_looks_like_one() {
        for (index, (code, english, portuguese)) in REGIONS.iter().enumerate() {
            assert!(!english.is_empty() && !portuguese.is_empty() && is_known(code));
            assert!(code.ends_with(|c: char| c.is_ascii_digit()) && code.split('-').count() >= 3, "{code}");
            assert!(REGIONS[..index].iter().all(|(other, ..)| other != code), "{code} twice");
        }
        assert!(is_known("aws-global") && !is_known("eu-central-9"));
    }

    #[test]
    fn a_region_tells_its_partition() {
        for (code, partition) in
            [("eu-west-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-east-1", "aws-us-gov")]
        {
            assert_eq!(partition_of(code), partition, "{code}");
        }
        assert_eq!((partition_of("us-iso-east-1"), partition_of("us-isob-east-1")), ("aws-iso", "aws-iso-b"));
        assert_eq!((partition_of("eusc-de-east-1"), partition_of("moon-1")), ("aws-eusc", "aws"));
    }

    #[test]
    fn older_names_of_fips_endpoints_name_a_region() {
        assert_eq!(without_fips("fips-us-east-1").as_deref(), Some("us-east-1"));
        assert_eq!(without_fips("us-gov-west-1-fips").as_deref(), Some("us-gov-west-1"));
        assert_eq!((without_fips("us-east-1"), without_fips("fips")), (None, None));
    }

    #[test]
    fn a_region_is_part_of_a_hosts_name() {
        assert!(REGIONS.iter().all(|(code, ..)| is_host_label(code)));
        for wrong in ["", "12", "-a", "a-", "eu west 1", "a.b", "a/b", "é", &"a".repeat(64)] {
            assert!(!is_host_label(wrong), "{wrong}");
        }
    }
}
