"""What a practice keeps about itself is read row by row; a table nobody keeps is not an empty one."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.practice import PracticeFiles, load, scaffold
from before_you_post.practice.layouts import FURTHER
from before_you_post.records import (
    AgreementTerm,
    AnonymousPhoto,
    AnonymousRoute,
    CheckKind,
    Conversation,
    ConversationTopic,
    Device,
    DeviceKind,
    Disclosure,
    FormVersion,
    Mark,
    MarkKind,
    NoticeStatement,
    Papers,
    PatientRequest,
    PhotoPlace,
    PhotoRoute,
    PolicyKind,
    Problem,
    RequestKind,
    RiskAnalysis,
    RoutineCheck,
    StaffMember,
    Vendor,
    WrittenPolicy,
)

TODAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scaffold(tmp_path / "practice")
    practice = tmp_path / "practice"
    write(practice, "patients", "patient\nP1\nP2\n")
    write(practice, "authorizations", "authorization,patient\nA1,P1\nA2,P2\n")
    return practice


def write(folder: Path, table: str, text: str) -> None:
    (folder / f"{table}.csv").write_text(text, encoding="utf-8")


def read(folder: Path, table: str, text: str) -> PracticeFiles:
    write(folder, table, text)
    return load(folder, today=TODAY)


def one_problem(files: PracticeFiles) -> Problem:
    (problem,) = files.problems
    return problem


def test_what_nobody_keeps_is_not_known(folder: Path) -> None:
    files = load(folder, today=TODAY)

    assert files.papers == Papers()
    assert files.devices is None
    assert files.problems == ()


@pytest.mark.parametrize("text", ["device,kind\n", "device,kind\n,camera\n"])
def test_a_list_without_a_usable_row_is_no_list(folder: Path, text: str) -> None:
    assert read(folder, "devices", text).devices is None


def test_a_device_is_read(folder: Path) -> None:
    files = read(
        folder,
        "devices",
        "device,kind,make,model,serial,owner,managed,encrypted,why_not_encrypted,memory_card,wiped_on\n"
        "camera 1,DSLR,Larkfield,L-200,0031188,practice,no,no,wiped daily,yes,2026-05-04\n",
    )

    assert files.problems == ()
    assert files.devices == (
        Device(
            id="camera 1",
            kind=DeviceKind.CAMERA,
            make="Larkfield",
            model="L-200",
            serial="0031188",
            owner="practice",
            managed=False,
            encrypted=False,
            why_not_encrypted="wiped daily",
            memory_card=True,
            wiped_on=date(2026, 5, 4),
        ),
    )


def test_a_member_of_staff_is_read(folder: Path) -> None:
    files = read(
        folder,
        "staff",
        "person,name,role,hired_on,publishes_on,trained_on\n"
        "S1,Ada Quill,front desk,2025-01-06,Website; INSTAGRAM,2026-01-05; 2025-02-03\nS2,,,,none,none\n",
    )

    assert files.problems == ()
    assert files.papers.staff == (
        StaffMember(
            person="S1",
            name="Ada Quill",
            role="front desk",
            hired_on=date(2025, 1, 6),
            publishes_on=("website", "instagram"),
            trained_on=(date(2025, 2, 3), date(2026, 1, 5)),
        ),
        StaffMember(person="S2", publishes_on=(), trained_on=()),
    )


def test_a_vendor_is_read(folder: Path) -> None:
    files = read(
        folder,
        "vendors",
        "vendor,role,direct_control,phi_access,phi_access_from,agreement_signed_on,agreement_terms\n"
        "Brightquill,web design,no,yes,2025-02-01,2025-01-20,safeguards; HHS books\n",
    )

    assert files.problems == ()
    assert files.papers.vendors == (
        Vendor(
            vendor="Brightquill",
            role="web design",
            direct_control=False,
            phi_access=True,
            phi_access_from=date(2025, 2, 1),
            agreement_signed_on=date(2025, 1, 20),
            agreement_terms=(AgreementTerm.SAFEGUARDS, AgreementTerm.BOOKS),
        ),
    )


def test_a_risk_analysis_and_a_policy_are_read(folder: Path) -> None:
    write(folder, "risk_analyses", "done_on,scope,next_on\n2026-02-02,cameras; e-mail; chart system,2027-02-02\n")
    files = read(folder, "policies", "kind,version,notice_says\nNPP,3,marketing; revocation\nparking,,\n")

    assert files.problems == ()
    assert files.papers.risk_analyses == (
        RiskAnalysis(
            done_on=date(2026, 2, 2),
            scope=(PhotoPlace.CAMERAS, PhotoPlace.EMAIL, "chart system"),
            next_on=date(2027, 2, 2),
        ),
    )
    assert files.papers.policies == (
        WrittenPolicy(
            kind=PolicyKind.NOTICE,
            version="3",
            notice_says=(NoticeStatement.MARKETING, NoticeStatement.REVOCATION),
        ),
        WrittenPolicy(kind="parking"),
    )


def test_a_practice_may_say_that_it_never_did_a_risk_analysis(folder: Path) -> None:
    files = read(folder, "risk_analyses", "done_on,done_by\nnone,\n")

    assert files.problems == ()
    assert files.papers.risk_analyses == ()
    assert one_problem(read(folder, "risk_analyses", "done_on\nsometime\n")).column == "done_on"


def test_a_conversation_is_joined_to_its_patient_and_its_form(folder: Path) -> None:
    files = read(
        folder, "conversations", "patient,authorization,held_on,topics\np1,a1,2026-01-10,use; harm\nP2,,,none\n"
    )

    assert files.problems == ()
    assert files.papers.conversations == (
        Conversation(
            patient="P1",
            authorization="A1",
            held_on=date(2026, 1, 10),
            topics=(ConversationTopic.USE, ConversationTopic.HARM),
        ),
        Conversation(patient="P2", topics=()),
    )


@pytest.mark.parametrize(
    ("row", "column", "found"),
    [
        ("P9,", "patient", "'P9', who is not in the patients table"),
        ("P1,A9", "authorization", "'A9', which is no form on file"),
        ("P1,A2", "authorization", "'A2', which is a form of 'P2'"),
    ],
)
def test_a_conversation_that_is_about_nothing_on_file_is_reported_and_kept(
    folder: Path, row: str, column: str, found: str
) -> None:
    files = read(folder, "conversations", f"patient,authorization\n{row}\n")

    problem = one_problem(files)
    assert (problem.row, problem.column, problem.found) == (2, column, found)
    assert len(files.papers.conversations or ()) == 1


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("devices", "device,model\nD1,L-200\nd1,L-90\n"),
        ("staff", "person,role\nS1,nurse\nS1,marketing\n"),
        ("vendors", "vendor,role\nBrightquill,web\nbrightquill,print\n"),
        ("policies", "kind,version,approved_on\nphotos,2,2026-01-01\nsocial media,2,2026-01-01\n"),
    ],
)
def test_what_stands_in_two_rows_is_read_from_the_first(folder: Path, table: str, text: str) -> None:
    files = read(folder, table, text)

    assert one_problem(files).row == 3
    assert len(files.devices or getattr(files.papers, table, None) or ()) == 1


def test_versions_of_one_policy_stand_side_by_side(folder: Path) -> None:
    files = read(folder, "policies", "kind,version\nphotos,1\nphotos,2\n")

    assert files.problems == ()
    assert [policy.version for policy in files.papers.policies or ()] == ["1", "2"]


def test_a_channel_somebody_can_publish_to_and_nobody_audits_is_reported(folder: Path) -> None:
    files = read(folder, "staff", "person,publishes_on\nS1,website; ticker\nS2,ticker\n")

    problem = one_problem(files)
    assert (problem.row, problem.column) == (2, "publishes_on")
    assert "'ticker'" in problem.found


@pytest.mark.parametrize("table", ["form_versions", "vendors", "policies"])
def test_a_document_that_is_not_there_is_reported(folder: Path, table: str) -> None:
    key = {"form_versions": "form_version", "vendors": "vendor", "policies": "kind"}[table]
    (folder / "there.pdf").write_bytes(b"")

    files = read(folder, table, f"{key},document\none,missing.pdf\ntwo,there.pdf\nthree,drawer 3\n")

    assert (one_problem(files).row, one_problem(files).column) == (2, "document")


def test_a_bad_cell_costs_one_fact_and_a_missing_key_one_row(folder: Path) -> None:
    files = read(folder, "staff", "person,hired_on,trained_on\nS1,soon,2025-02-03; later\n,2025-01-06,\n")

    assert files.papers.staff == (StaffMember(person="S1"),)
    assert [(problem.row, problem.column) for problem in files.problems] == [
        (2, "hired_on"),
        (2, "trained_on"),
        (3, "person"),
    ]


def test_the_new_facts_about_patients_photos_and_forms_are_read(folder: Path) -> None:
    write(folder, "patients", "patient,deceased_on,on_staff\nP1,2025-08-01,yes\n")
    (folder / "originals/a.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "originals/b.jpg").write_bytes(b"\xff\xd8\xff")
    write(folder, "originals", 'file,patient,marks\na.jpg,P1,"scar (treated) 1,2,3,4"\nb.jpg,P1,none\n')
    files = read(
        folder,
        "authorizations",
        "authorization,patient,photos,channels,blanks,paid_by,required_for_care,known_false,copy_given_on\n"
        "A1,P1,any and all media,none,expiry; recipients,Larkfield,no,unknown,2025-01-06\n"
        "A2,P1,none,,none,nobody,,,\n",
    )

    assert files.problems == ()
    assert (files.patients[0].deceased_on, files.patients[0].on_staff) == (date(2025, 8, 1), True)
    assert [original.marks for original in files.originals] == [
        (Mark(kind=MarkKind.SCAR, box=(1, 2, 3, 4), treated=True),),
        (),
    ]
    first, second = files.authorizations
    assert (first.blanks, first.paid_by, first.channels) == (("expiry", "recipients"), "Larkfield", ())
    assert (first.required_for_care, first.known_false, first.copy_given_on) == (False, None, date(2025, 1, 6))
    assert (second.blanks, second.paid_by, second.photos, second.channels) == ((), None, (), None)


def test_a_request_is_read_and_none_says_that_nobody_asked_so_far(folder: Path) -> None:
    files = read(
        folder,
        "requests",
        "request,patient,kind,received_on,written,electronic,extended_on,answered_on,photos_included\n"
        "R-1,P1,correction,2026-05-04,yes,no,2026-07-01,2026-07-20,\nR-2,,records request,,,,,,no\n",
    )

    assert files.problems == ()
    assert files.papers.requests == (
        PatientRequest(
            request="R-1",
            patient="P1",
            kind=RequestKind.AMENDMENT,
            received_on=date(2026, 5, 4),
            written=True,
            electronic=False,
            extended_on=date(2026, 7, 1),
            answered_on=date(2026, 7, 20),
        ),
        PatientRequest(request="R-2", kind=RequestKind.ACCESS, photos_included=False),
    )
    assert read(folder, "requests", "request\nNone\n").papers.requests == ()


def test_decisions_that_a_photo_is_anonymous_are_read_with_words_of_ones_own(folder: Path) -> None:
    files = read(
        folder,
        "anonymous_photos",
        "photo,route,decided_by,decided_on,known_to,document\n"
        "a.jpg,18 identifiers,R. Ames,2026-05-04,no,drawer 2\nb.jpg,eyes blurred,,,,\n",
    )

    assert files.problems == ()
    assert files.papers.anonymous == (
        AnonymousPhoto(
            photo="a.jpg",
            route=AnonymousRoute.LIST,
            decided_by="R. Ames",
            decided_on=date(2026, 5, 4),
            known_to=False,
            document="drawer 2",
        ),
        AnonymousPhoto(photo="b.jpg", route="eyes blurred"),
    )


def test_checks_and_disclosures_are_read(folder: Path) -> None:
    write(folder, "checks", "kind,done_on,done_by\nlog review,2026-10-05,Tidewater IT\nfire drill,2026-10-06,\n")
    files = read(
        folder, "disclosures", "patient,given_on,given_to,what,purpose\nP1,2026-05-04,Larkfield,photos,print\n"
    )

    assert files.problems == ()
    assert files.papers.checks == (
        RoutineCheck(kind=CheckKind.LOGS, done_on=date(2026, 10, 5), done_by="Tidewater IT"),
        RoutineCheck(kind="fire drill", done_on=date(2026, 10, 6)),
    )
    assert files.papers.disclosures == (
        Disclosure(patient="P1", given_on=date(2026, 5, 4), given_to="Larkfield", what="photos", purpose="print"),
    )


@pytest.mark.parametrize(("table", "row"), [("requests", "R-1,P9"), ("disclosures", "P9,")])
def test_somebody_unknown_who_asked_or_whose_photos_were_given_away_is_reported(
    folder: Path, table: str, row: str
) -> None:
    header = {"requests": "request,patient", "disclosures": "patient,given_to"}[table]

    assert one_problem(read(folder, table, f"{header}\n{row}\n")).found == "'P9', who is not in the patients table"


def test_the_further_columns_of_papers_are_read(folder: Path) -> None:
    write(folder, "devices", "device,photos_leave_by,reused_on\nD1,USB; sms,2026-01-05\nD2,none,\n")
    write(folder, "staff", "person,own_login\nS1,no\n")
    write(folder, "vendors", "vendor,reports_within_days\nBrightquill,10 days\n")
    write(folder, "policies", "kind,law_changed_on,names_photos\nrecord set,2025-09-01,yes\n")
    files = read(
        folder, "form_versions", "form_version,says_sold,says_copy,waives_rights,forbids_reviews\n1,no,yes,no,yes\n"
    )

    assert files.problems == ()
    assert [device.photos_leave_by for device in files.devices or ()] == [
        (PhotoRoute.CABLE, PhotoRoute.TEXT_MESSAGE),
        (),
    ]
    assert (files.devices or ())[0].reused_on == date(2026, 1, 5)
    assert files.papers.staff == (StaffMember(person="S1", own_login=False),)
    assert files.papers.vendors == (Vendor(vendor="Brightquill", reports_within_days=10),)
    assert files.papers.policies == (
        WrittenPolicy(kind=PolicyKind.RECORD_SET, law_changed_on=date(2025, 9, 1), names_photos=True),
    )
    assert files.papers.form_versions == (
        FormVersion(form_version="1", says_sold=False, says_copy=True, waives_rights=False, forbids_reviews=True),
    )


def test_the_further_facts_about_a_form_are_read(folder: Path) -> None:
    files = read(
        folder,
        "authorizations",
        "authorization,patient,sold_to,says_sold,child_agreed,minor_may_decide,destroyed_on\n"
        "A1,P1,Larkfield,yes,no,yes,2026-01-05\nA2,P2,nobody,,,,\n",
    )

    assert files.problems == ()
    first, second = files.authorizations
    assert (first.sold_to, first.says_sold, first.child_agreed) == ("Larkfield", True, False)
    assert (first.minor_may_decide, first.destroyed_on) == (True, date(2026, 1, 5))
    assert second.sold_to is None


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_stands_in_the_tables_is_read_or_reported(data: st.DataObject) -> None:
    text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters='\r\n\0",;|\t'), max_size=12)
    cell = text | st.sampled_from(["none", "yes", "2026-01-05", "website", "use", "P1", "A1", "photos"])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "practice"
        scaffold(folder)
        for table in FURTHER:
            rows = data.draw(st.lists(st.tuples(*(cell for _ in table.columns)), max_size=3))
            write(folder, table.name, "\n".join([",".join(table.header()), *(",".join(row) for row in rows)]) + "\n")

        files = load(folder, today=TODAY)

    assert all(problem.found and problem.remedy and problem.expected for problem in files.problems)
