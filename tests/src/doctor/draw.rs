//! Random names and values of a set-up, drawn from one seed.

use fastrand::Rng;
use p256::SecretKey;

/// A source of choices. The same seed and case give the same set-up.
pub struct Draw(Rng);

const TEAMS: &[&str] = &["acme", "billing", "data", "infra", "kunde-nord", "shop", "ml", "pagamentos", "web"];
const STAGES: &[&str] = &["prod", "staging", "dev", "sandbox", "admin", "readonly", "ops", "audit", "ci"];
const JOINTS: &[&str] = &["-", "_", "-", ".", "@", "/"];
const REGIONS: &[&str] =
    &["eu-central-1", "us-east-1", "us-west-2", "sa-east-1", "ap-southeast-2", "eu-west-3"];
const BASE32: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

impl Draw {
    /// The choices of one case.
    pub fn of_case(seed: u64, case: &str) -> Self {
        // FNV-1a: a case keeps its choices when others are added or left out.
        let hash = case.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        Self(Rng::with_seed(seed ^ hash))
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end)
    }

    /// A number of a range.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.i64(least..=most)
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// Another order.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        self.0.shuffle(all);
    }

    /// A name that people give a profile.
    pub fn profile_name(&mut self) -> String {
        let (team, joint, stage) = (self.pick(TEAMS), self.pick(JOINTS), self.pick(STAGES));
        format!("{team}{joint}{stage}")
    }

    /// A name that IAM takes for a role or user.
    pub fn iam_name(&mut self) -> String {
        let (team, stage) = (self.pick(TEAMS), self.pick(STAGES));
        format!("{team}-{stage}-{}", self.text(BASE64, 4))
    }

    /// A region.
    pub fn region(&mut self) -> String {
        self.pick(REGIONS).to_owned()
    }

    /// Twelve digits.
    pub fn account(&mut self) -> String {
        self.between(100_000_000_000, 999_999_999_999).to_string()
    }

    /// An access key id.
    pub fn access_key_id(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.text(BASE32, 16))
    }

    /// Forty characters of a secret.
    pub fn secret(&mut self) -> String {
        format!("{}/{}+{}", self.text(BASE64, 12), self.text(BASE64, 12), self.text(BASE64, 14))
    }

    /// Letters that stand for a token.
    pub fn token(&mut self) -> String {
        format!("IQoJb3JpZ2luX2Vj{}==", self.text(BASE64, 180))
    }

    /// A key that signs proofs.
    pub fn signing_key(&mut self) -> SecretKey {
        loop {
            let mut bytes = [0; 32];
            self.0.fill(&mut bytes);
            if let Ok(key) = SecretKey::from_slice(&bytes) {
                return key;
            }
        }
    }

    /// A start URL of IAM Identity Center.
    pub fn start_url(&mut self) -> String {
        format!("https://d-{}.awsapps.com/start", self.text(b"0123456789abcdef", 10))
    }

    /// The text with two neighbours in it exchanged, or one letter gone or doubled; never the same text.
    pub fn misspelt(&mut self, text: &str) -> String {
        loop {
            let mut letters: Vec<char> = text.chars().collect();
            let at = 1 + self.below(letters.len() - 2);
            match self.below(3) {
                0 => letters.swap(at, at + 1),
                1 => drop(letters.remove(at)),
                _ => letters.insert(at, letters[at]),
            }
            let changed: String = letters.into_iter().collect();
            if changed != text {
                return changed;
            }
        }
    }

    fn text(&mut self, letters: &[u8], length: usize) -> String {
        (0..length).map(|_| char::from(self.pick(letters))).collect()
    }
}
