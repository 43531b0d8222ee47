"""Where photos lie is told by the practice's own devices; the last risk analysis is the one finished last."""

from __future__ import annotations

from datetime import date

from before_you_post.records import Device, DeviceKind, PhotoPlace, RiskAnalysis
from before_you_post.rules.conditions.analyses import last_analysis, places_of

DAY = date(2026, 11, 22)


def test_the_last_analysis_is_the_one_finished_last_and_none_from_the_future() -> None:
    days = (date(2024, 2, 2), DAY, date(2025, 2, 2), date(2026, 11, 23))
    analyses = tuple(RiskAnalysis(done_on=day) for day in days)
    assert last_analysis(analyses, DAY) == RiskAnalysis(done_on=DAY)
    assert last_analysis(analyses[3:], DAY) is None
    assert last_analysis(None, DAY) is None


def test_photos_lie_where_the_devices_are() -> None:
    devices = (
        Device(id="1", kind=DeviceKind.CAMERA, memory_card=True),
        Device(id="2", kind=DeviceKind.TABLET),
        Device(id="3", kind=DeviceKind.COMPUTER),
        Device(id="4"),
    )
    assert places_of(devices, DAY) == {PhotoPlace.CAMERAS, PhotoPlace.CARDS, PhotoPlace.PHONES}
    assert places_of((Device(id="5", kind=DeviceKind.CARD),), DAY) == {PhotoPlace.CARDS}


def test_a_device_that_left_holds_no_photos_any_more() -> None:
    phone = Device(id="1", kind=DeviceKind.PHONE, retired_on=DAY)
    assert places_of((phone,), DAY) == frozenset()
    assert places_of((phone,), date(2026, 11, 21)) == {PhotoPlace.PHONES}
    assert places_of(None, DAY) == frozenset()


def test_of_two_analyses_of_one_day_the_broader_counts_in_any_order() -> None:
    narrow, broad = (
        RiskAnalysis(done_on=DAY, scope=scope)
        for scope in ((PhotoPlace.WEBSITE,), (PhotoPlace.WEBSITE, PhotoPlace.CLOUD))
    )
    unknown = RiskAnalysis(done_on=DAY)
    assert {last_analysis(rows, DAY) for rows in ((narrow, broad, unknown), (unknown, broad, narrow))} == {broad}
