"""Captions as clinics write them, all invented, each with the kinds of identifiers a careful person sees in it.

The first two lists were written before the search was tuned, the third afterwards. At first sight the search found 45
of 49 identifiers in the first two with 5 false alarms, and 11 of 15 in the third with 2; what could be mended was. What
it still gets wrong stays in the list: ``missed`` are kinds it does not find, ``false`` kinds it wrongly asks a person
about. The roster they are searched with is in the test.
"""

from __future__ import annotations

from dataclasses import dataclass

from before_you_post.records import IdentifierKind as Kind

NAME, PLACE, DATE, BIRTH, AGE = Kind.NAME, Kind.PLACE, Kind.DATE, Kind.BIRTH_DATE, Kind.AGE
PHONE, EMAIL, SSN, MRN = Kind.PHONE, Kind.EMAIL, Kind.SOCIAL_SECURITY, Kind.RECORD_NUMBER
PLAN, ACCOUNT, LICENCE = Kind.PLAN_NUMBER, Kind.ACCOUNT_NUMBER, Kind.LICENCE_NUMBER
VEHICLE, DEVICE, WEB, IP = Kind.VEHICLE, Kind.DEVICE_NUMBER, Kind.WEB_ADDRESS, Kind.IP_ADDRESS
HANDLE, NUMBER = Kind.HANDLE, Kind.NUMBER


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption, what stands in it, and where the search is known to err."""

    text: str
    kinds: frozenset[Kind]
    missed: frozenset[Kind] = frozenset()
    false: frozenset[Kind] = frozenset()


def _caption(text: str, *kinds: Kind, missed: Kind | None = None, false: Kind | None = None) -> Caption:
    return Caption(text, frozenset(kinds), frozenset({missed} - {None}), frozenset({false} - {None}))


HARMLESS = (
    _caption("A nose, eight months after surgery."),
    _caption("Results of 2 syringes of filler, immediately after treatment."),
    _caption("6 months post-op rhinoplasty. Swipe for the profile view ➡️"),
    _caption("Day 14 after laser resurfacing. Redness is nearly gone!"),
    _caption("Week 2 vs. week 12 of our acne program"),
    _caption("Before & after: 3 sessions, 4 weeks apart."),
    _caption("New Year, new you! 20% off all peels through January 31st."),
    _caption("Book before June 30 and save $250 on your next treatment."),
    _caption("Open house Thursday, October 8th, 5-8 pm. RSVP at the front desk!"),
    _caption("Happy 4th of July from all of us 🎆"),
    _caption("We are closed December 24 - 26. See you soon."),
    _caption("Our fall specials start September 1, 2026."),
    _caption("SPF 50, every day, 24/7. Your skin will thank you."),
    _caption("100% natural results. 5 stars ⭐⭐⭐⭐⭐"),
    _caption("Over 10,000 treatments performed. Trusted since 2009."),
    _caption("Starting at $12,500 with financing available."),
    _caption("Only $1999 this month!"),
    _caption("More than 25000 procedures and counting."),
    _caption("Link in bio for a free consultation."),
    _caption("Learn more at www.quillfeather.example/rhinoplasty"),
    _caption("Call us on 614-555-0142 or text (614) 555-0142."),
    _caption("Visit us at 480 Larkspur Avenue, Columbus, OH 43215."),
    _caption("Proudly serving Columbus, Ohio and beyond."),
    _caption("Write to frontdesk@quillfeather.example"),
    _caption("Follow @quillfeather for more results like this."),
    _caption("#rhinoplasty #beforeandafter #ohioplasticsurgeon #noselife"),
    _caption("She traveled from Texas for this facelift!"),
    _caption("Our patient flew in from Canada to see us."),
    _caption("A 45-year-old woman one year after eyelid surgery."),
    _caption("This 62 y/o gentleman wanted a stronger chin."),
    _caption("Patients 90 or older need a note from their doctor."),
    _caption("A 100-year-old technique, made new."),
    _caption("Dr. Ashdown, MD, FACS, board certified since 2004."),
    _caption("Meet Dr. Quillon, our new surgeon!"),
    _caption("Meet our team: four nurses and one very good coffee machine."),
    _caption("Happy Mother's Day! Gift cards available."),
    _caption("In love with these lips 💋"),
    _caption("Botox's results usually show in 3 to 5 days."),
    _caption("May is Skin Cancer Awareness Month. Get checked."),
    _caption("In March we welcome back our popular spring peel."),
    _caption("You may 2x your glow with this combo 😉"),
    _caption("From Head To Toe: Laser Hair Removal In Summer"),
    _caption("RHA 4, Restylane Lyft and a touch of Juvederm Volbella."),
    _caption("1 cc in the upper lip, 0.5 cc in the lower. 30 units of Dysport."),
    _caption("A chin implant (size 2) and submental liposuction."),
    _caption("Before: 12 mm gap. After: 3 mm. 1:1 scale, same lens."),
    _caption("Results may vary. Photos of actual patients, used with permission."),
    _caption("Rated 4.9/5 by 1,240 reviews"),
    _caption("Grace, confidence and joy: what a new smile brings."),
    _caption("Rose gold skin, summer ready ☀️"),
    _caption("A cool story: how cryotherapy works"),
    _caption("Version 2.0.1 of our app is here."),
    _caption("Fraxel 1550/1927, two passes."),
    _caption("Tag a friend who needs this!"),
    _caption("Treatment of rosacea in winter: what helps and what doesn't."),
    _caption("CO2 laser. One treatment. Ten days of downtime."),
    _caption("Full CORRECTION of the tear trough in just ONE visit"),
    _caption("Dermal filler 101: what to expect, hour by hour"),
    _caption("Shot on our clinic camera, no filter, no retouching."),
    _caption("As seen in Allure. From Allergan's newest line.", false=PLACE),
    _caption("Thank you Columbus for voting us best med spa!"),
    _caption("Liquid facelift with 4 vials of Sculptra over 6 months (2024–2025)."),
)

TELLING = (
    _caption("Ottoline Featherstone, six months on", NAME),
    _caption("Thank you, Ottoline! Such a joy to treat you.", NAME),
    _caption("Featherstone, O. - left oblique", NAME),
    _caption("So happy for #OttolineFeatherstone", NAME),
    _caption("Otoline Fetherstone loves her new profile", NAME),
    _caption("Meet Gwendolyn: one year after her tummy tuck", NAME),
    _caption("Persephone's results after three sessions", NAME),
    _caption("Our lovely patient Marisol could not be happier", NAME),
    _caption("Mrs. Pettigrew came in for a consultation in spring", NAME),
    _caption("hope she's doing well, our darling peggy", NAME, missed=NAME),
    _caption("Surgery on June 3, 2026. This is week six.", DATE),
    _caption("Before: March 12th. After: September 20th.", DATE),
    _caption("Photos taken 3/14/2026 and 9/20/2026", DATE),
    _caption("She had her facelift on 14 March 2026", DATE),
    _caption("First visit 2025-11-04, last visit 2026-05-12", DATE),
    _caption("Back in Nov 2025 she could not wear her hair up", DATE),
    _caption("DOS 06/03/26", DATE),
    _caption("Treated last Tuesday, healed by Sunday", DATE, missed=DATE),
    _caption("DOB 3/14/1962, healthy, non smoker", BIRTH),
    _caption("Happy 95th birthday! Her 95th birthday, and still glowing", AGE),
    _caption("This 92-year-old grandmother wanted her age spots gone", AGE),
    _caption("Never too late: aged 91, first laser treatment", AGE),
    _caption("Ninety-two years old and unstoppable", AGE),
    _caption("She drove all the way from Gahanna for us", PLACE),
    _caption("A teacher from Zanesville, 3 months after", PLACE),
    _caption("This busy mom lives in Yellow Springs, Ohio", PLACE),
    _caption("Our patient from 12 Elm Street, Delaware, OH 43015", PLACE),
    _caption("everyone in gahanna knows her bakery", PLACE, missed=PLACE),
    _caption("Find her at ottoline.featherstone@mail.example", EMAIL, NAME),
    _caption("Questions? Ask her yourself: marisol88@mail.example", EMAIL),
    _caption("Her cell is 740-555-0119", PHONE),
    _caption("Text Peggy's husband at (740) 555-0163", PHONE, NAME, missed=NAME),
    _caption("SSN 123-45-6789 on the form behind her, oops", SSN),
    _caption("MRN 3004417, frontal view", MRN),
    _caption("Chart no. 48213 left profile", MRN),
    _caption("QD-004217 before", MRN),
    _caption("Member ID: XQJ 4471 2209 approved for reconstruction", PLAN),
    _caption("Paid in full! Acct # 88120045", ACCOUNT),
    _caption("Driver's license no. RT448812", LICENCE),
    _caption("License plate GHX 4821 in the driveway", VEHICLE),
    _caption("Implant serial no. 20447718-003, right side", DEVICE),
    _caption("(01)00888888888880(17)280531(10)A221 on the sticker", DEVICE),
    _caption("Her page: instagram.com/peggy.glows", WEB),
    _caption("Thanks @peggy.glows for trusting us 💕", HANDLE),
    _caption("Great teamwork with @larkfield_lasers", false=HANDLE),
    _caption("Case 48213, right side", MRN),
    _caption("Logged in from IP 192.0.2.44 during the video visit", IP),
    _caption("P1042 and 77120338 compared", NUMBER),
    _caption("Our nurse Beatrix Holloway-Crane is back from leave, meet Beatrix!", false=NAME),
    _caption("In Paris last week for the congress, back in the clinic Monday"),
)
AFTERWARDS = (
    _caption("Swelling at its worst on day 3, mostly gone by day 10."),
    _caption("Three months in. Three. Months. Look at that jawline!"),
    _caption("Q: Does it hurt? A: 2 out of 10, say most."),
    _caption("Gift cards from $50. Ask at the front desk or order at quillfeather.example/gifts"),
    _caption("Saturday hours are back: 9-1 from September."),
    _caption("What is a tear trough? A short guide by our nurse injectors."),
    _caption("Our doctors spoke at the Chicago meeting last weekend."),
    _caption("She is 34, a runner, and tired of looking tired."),
    _caption("Mole removal with 4 mm margins, closed in two layers."),
    _caption("PDO threads, 20 pieces, 29G x 38 mm"),
    _caption("Left: arrival. Right: 1 year, 2 months later."),
    _caption("We ❤️ Ohio! Born and raised here."),
    _caption("Wishing you a Merry Christmas and a bright 2027"),
    _caption("Patch test first: 0.025% tretinoin, every 3rd night"),
    _caption("Save the date: injector training, Feb 20-21"),
    _caption("As told to the nurse: 'I finally like my profile.'"),
    _caption("Real patient. Real skin. Taken at 3000 K, same room, same chair."),
    _caption("Laser settings 1064 nm, 10 mm spot, 14 J"),
    _caption("Hi from Dr. Ashdown and the whole Quillfeather family"),
    _caption("Mommy makeover: what to pack, what to eat, whom to call."),
    _caption("ottoline f. came back glowing", NAME),
    _caption("Before pic from her wedding on 8/22/2020", DATE),
    _caption("Her surgery date was October 11th", DATE),
    _caption("Mary-Beth's journey, part two", NAME),
    _caption("Shout-out to Clementine, who sat through three sessions", NAME),
    _caption("This local baker from Pickerington asked for a subtle lift", PLACE),
    _caption("97 years young and still bowling!", AGE),
    _caption("Patient ID 20448, no. 2 of 5", MRN),
    _caption("insurance id XZ99120834 came through", PLAN),
    _caption("text her: 7405550131", PHONE),
    _caption("facebook.com/clementine.adler says it all", WEB),
    _caption("Her Honda, plate # JQX 8114, was parked right outside", VEHICLE),
    _caption("Invoice 9920417 paid today!", ACCOUNT),
    Caption("Wir danken Frau Adler aus Mainz", frozenset({NAME, PLACE}), missed=frozenset({NAME, PLACE})),
)
CAPTIONS = HARMLESS + TELLING + AFTERWARDS
