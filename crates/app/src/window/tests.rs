//! Exports the window's types to TypeScript.
//!
//! `ui/src/backend/types.ts` is made here; a test fails when it is stale.
//! `SANDGLASS_WRITE_TYPES=1 cargo test -p sandglass-app types_of_the_core` writes it.

use std::path::Path;

use ts_rs::{Config, TS};

use crate::tray::{Action, CopyWhat, PauseFor};
use sandglass_core::preferences::{Label, LabelColor, LanguageChoice, Sort, Theme, TimeFormat};
use sandglass_core::profiles::{DiffLine, DiffMark, ProfileKind, paste};
use sandglass_core::{cache, export, session};
use sandglass_doctor::CheckState;
use sandglass_doctor::json::EvidenceView;

use super::*;

const HEADER: &str = "// Made from crates/app/src/window by its tests: change the types there.\n";

fn declaration<T: TS>(config: &Config) -> String {
    let docs = T::docs().map(|text| text.trim_end().to_owned() + "\n").unwrap_or_default();
    format!("\n{docs}export {}\n", T::decl(config))
}

#[expect(clippy::too_many_lines, reason = "one line a type")]
fn all() -> String {
    let config = Config::new();
    let declarations = [
        declaration::<WindowView>(&config),
        declaration::<WindowMessage>(&config),
        declaration::<WindowPatch>(&config),
        declaration::<AppView>(&config),
        declaration::<Condition>(&config),
        declaration::<FileProblem>(&config),
        declaration::<Place>(&config),
        declaration::<BrokenFile>(&config),
        declaration::<FileLine>(&config),
        declaration::<NextNeed>(&config),
        declaration::<RenewAllView>(&config),
        declaration::<WrittenFile>(&config),
        declaration::<NetworkAnswer>(&config),
        declaration::<ProblemText>(&config),
        declaration::<SessionRow>(&config),
        declaration::<Group>(&config),
        declaration::<NeedKind>(&config),
        declaration::<AttentionKind>(&config),
        declaration::<IdleReason>(&config),
        declaration::<Progress>(&config),
        declaration::<session::SessionKind>(&config),
        declaration::<session::SessionState>(&config),
        declaration::<RenewalNeed>(&config),
        declaration::<SessionDetails>(&config),
        declaration::<ChainStep>(&config),
        declaration::<SettingRow>(&config),
        declaration::<Overridden>(&config),
        declaration::<HistoryRow>(&config),
        declaration::<Moment>(&config),
        declaration::<MomentKind>(&config),
        declaration::<cache::MfaSessionOwner>(&config),
        declaration::<CacheRow>(&config),
        declaration::<MfaDeviceChoice>(&config),
        declaration::<SignInChoice>(&config),
        declaration::<WaitingSignIn>(&config),
        declaration::<cache::CacheFileKind>(&config),
        declaration::<Consequence>(&config),
        declaration::<CleanResult>(&config),
        declaration::<CleanAnswer>(&config),
        declaration::<PutBackAnswer>(&config),
        declaration::<PreferencesView>(&config),
        declaration::<Preference<ts_rs::Dummy>>(&config),
        declaration::<KeyState>(&config),
        declaration::<FileInUse>(&config),
        declaration::<FileOrigin>(&config),
        declaration::<PreferenceChange>(&config),
        declaration::<Label>(&config),
        declaration::<LabelColor>(&config),
        declaration::<LanguageChoice>(&config),
        declaration::<Theme>(&config),
        declaration::<TimeFormat>(&config),
        declaration::<Sort>(&config),
        declaration::<PromptView>(&config),
        declaration::<SameDevice>(&config),
        declaration::<PromptAnswer>(&config),
        declaration::<SwitcherView>(&config),
        declaration::<SwitcherMessage>(&config),
        declaration::<SwitcherPatch>(&config),
        declaration::<LeaveAnswer>(&config),
        declaration::<ProfileChoices>(&config),
        declaration::<KindFields>(&config),
        declaration::<KindField>(&config),
        declaration::<Region>(&config),
        declaration::<ProfileKind>(&config),
        declaration::<FileName>(&config),
        declaration::<SectionType>(&config),
        declaration::<SectionRef>(&config),
        declaration::<ProfileList>(&config),
        declaration::<ProfileRow>(&config),
        declaration::<EditableFile>(&config),
        declaration::<ProfileForm>(&config),
        declaration::<FormSetting>(&config),
        declaration::<NestedSetting>(&config),
        declaration::<ConvertProposal>(&config),
        declaration::<RoleSeen>(&config),
        declaration::<Dependent>(&config),
        declaration::<FieldProblem>(&config),
        declaration::<ProfileEdit>(&config),
        declaration::<NewValue>(&config),
        declaration::<ProfilePlan>(&config),
        declaration::<PastChange>(&config),
        declaration::<FileChange>(&config),
        declaration::<DiffLine>(&config),
        declaration::<Written>(&config),
        declaration::<UndoView>(&config),
        declaration::<PastedProfile>(&config),
        declaration::<paste::PasteForm>(&config),
        declaration::<PastedSetting>(&config),
        declaration::<TryAnswer>(&config),
        declaration::<Action>(&config),
        declaration::<CopyWhat>(&config),
        declaration::<PauseFor>(&config),
        declaration::<export::Shell>(&config),
        declaration::<Diagnosed>(&config),
        declaration::<VerdictCard>(&config),
        declaration::<VerdictKind>(&config),
        declaration::<CheckRow>(&config),
        declaration::<CheckState>(&config),
        declaration::<EvidenceView>(&config),
        declaration::<OfferedFix>(&config),
        declaration::<FixId>(&config),
        declaration::<FixAnswer>(&config),
        declaration::<FixCommand>(&config),
        declaration::<ShownDiff>(&config),
        declaration::<DiffMark>(&config),
        declaration::<ReadError>(&config),
    ];
    HEADER.to_owned() + &declarations.concat()
}

#[test]
fn the_window_has_the_types_of_the_core() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/backend/types.ts");
    if std::env::var_os("SANDGLASS_WRITE_TYPES").is_some() {
        std::fs::write(&file, all()).expect("written");
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        there == all(),
        "types.ts is stale: SANDGLASS_WRITE_TYPES=1 cargo test -p sandglass-app types_of_the_core"
    );
}
