"""The API answers reports, events, claims, actors, places, ledgers and features, each to the end of its list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from pages_made import filled
from served import served


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("read") / "dateline.db"
    filled(path)
    with served(path) as opened:
        yield opened


def got(client: TestClient, address: str, status: int = 200) -> Any:
    response = client.get(f"/api{address}")
    assert response.status_code == status, response.text
    return response.json()


@pytest.mark.parametrize("name", ["reports", "events", "claims", "actors", "places"])
def test_each_list_can_be_read_a_page_at_a_time(client: TestClient, name: str) -> None:
    whole = got(client, f"/{name}")
    found, offset = [], 0
    while offset is not None:
        page = got(client, f"/{name}?limit=1&offset={offset}")
        found, offset = found + page["items"], page["next"]
    assert found == whole["items"]
    assert len(found) == whole["total"] > 0


def test_a_report_has_its_events_each_with_its_incident_and_the_pages_of_its_story(client: TestClient) -> None:
    (page,) = (one for one in got(client, "/reports")["items"] if one["page"] == "alpha")
    found = got(client, f"/reports/{page['id']}")
    assert found == got(client, f"/reports/{page['id'].removeprefix('sha256:')[:20]}")
    assert (found["text"], found["kept"], [one["id"] for one in found["story"]]) == (
        "A market was hit.",
        page,
        [page["id"]],
    )
    (event,) = found["events"]
    assert (event["id"], event["retold"]) == ("e1", False)
    assert got(client, f"/incidents/{event['incident']}")["type"] == "shelling"
    assert event == got(client, "/events/e1")


def test_events_leave_out_what_is_only_denied_and_claims_do_not(client: TestClient) -> None:
    assert {one["id"] for one in got(client, "/events")["items"]} == {"e1", "e2", "e4", "e5", "e7"}
    assert {one["event"] for one in got(client, "/claims?stance=denies")["items"]} == {"e3", "e6"}
    assert {one["event"] for one in got(client, "/claims?actor=sd-army")["items"]} == {"e1", "e3"}
    assert {one["event"] for one in got(client, "/claims?text=market")["items"]} == {"e1"}


def test_reports_are_found_by_their_words(client: TestClient) -> None:
    assert [one["page"] for one in got(client, "/search?q=shells")["items"]] == ["beta"]
    assert [one["page"] for one in got(client, "/reports?text=shells")["items"]] == ["beta"]
    assert [one["page"] for one in got(client, "/reports?since=2024-05-08&until=2024-05-08")["items"]] == ["delta"]
    assert [one["page"] for one in got(client, "/reports?outlet=gamma")["items"]] == ["gamma"]


def test_actors_and_places_have_their_incidents(client: TestClient) -> None:
    (shelling,) = got(client, "/incidents?type=shelling")["items"]
    army = got(client, "/actors/sd-army")
    assert (army["incidents"], army["types"]) == ([shelling], {"shelling": 1})
    (nurma,) = got(client, "/places?q=nurma")["items"]
    found = got(client, f"/places/{nurma['key']}")
    assert (nurma["key"], nurma["incidents"], found["total"]) == ("geonames:7", 1, 1)
    assert [one["type"] for one in found["incidents"]] == ["air_strike"]


def test_ledgers_answer_their_lines(client: TestClient) -> None:
    control = got(client, "/ledgers/control?at=2024-05-31")
    assert [(one["record"], one["standing"], one["at"]) for one in control["items"]] == [
        ("control", "unknown", "2024-05-31")
    ]
    casualties = got(client, "/ledgers/casualties?by=type")
    (line,) = casualties["items"]
    assert (line["group"], line["tallies"][0]["low"], casualties["all"]["group"]) == ("shelling", 12, None)
    assert got(client, "/ledgers/displacement?by=month")["all"]["tallies"] == []
    assert got(client, "/ledgers/damage") == {"items": [], "total": 0, "next": None}
    assert [one["type"] for one in got(client, "/ledgers/timeline")["undated"]["items"]] == ["protest"]
    assert "input should be" in got(client, "/ledgers/casualties?by=colour", 422)["detail"]


def test_the_codebook_and_what_the_database_holds_are_told(client: TestClient) -> None:
    about, codebook = got(client, "/about"), got(client, "/codebook")
    assert about["counts"] == {"pages": 7, "events": 7, "relations": 0, "incidents": 4}
    assert about["statuses"]["denied"] == 1
    assert any(one["name"] == "GeoNames" for one in about["attribution"])
    assert "shelling" in {entry["type"] for entry in codebook["types"]}


# ---- OGC API Features -----------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["incidents", "events", "places"])
def test_features_are_linked_page_to_page_to_the_last(client: TestClient, name: str) -> None:
    address, found, matched = f"/api/collections/{name}/items?limit=2", [], -1
    while address:
        page = client.get(address)
        assert page.headers["Content-Type"] == "application/geo+json"
        found, matched = found + page.json()["features"], page.json()["numberMatched"]
        address = next((link["href"] for link in page.json()["links"] if link["rel"] == "next"), "")
    assert len(found) == matched == len({one["id"] for one in found})
    one = got(client, f"/collections/{name}/items/{found[0]['id']}")
    assert {key: one[key] for key in ("id", "geometry", "properties")} == {
        key: found[0][key] for key in ("id", "geometry", "properties")
    }


def test_what_lies_nowhere_has_no_geometry_and_lies_in_no_box(client: TestClient) -> None:
    features = got(client, "/collections/incidents/items")["features"]
    assert [one["properties"]["type"] for one in features if one["geometry"] is None] == ["arrest", "protest"]
    everywhere = got(client, "/collections/incidents/items?bbox=-180,-90,180,90")
    assert everywhere["numberMatched"] == 2


@pytest.mark.parametrize("name", ["incidents", "events", "places"])
def test_a_box_across_the_180th_meridian_is_one_box(client: TestClient, name: str) -> None:
    (found,) = got(client, f"/collections/{name}/items?bbox=179,0,-179,20")["features"]
    assert found["geometry"] == {"type": "Point", "coordinates": [-179.5, 10.0]}


@pytest.mark.parametrize(
    ("days", "types"),
    [
        ("2024-05-07", {"arrest"}),
        ("2024-05-07T23:00:00Z", {"arrest"}),
        ("2023-01-20/2024-05-06", {"air_strike", "shelling"}),
        ("../2023-12-31", {"air_strike"}),
        ("2024-01-01/..", {"arrest", "shelling"}),
    ],
)
def test_days_choose_what_touches_them(client: TestClient, days: str, types: set[str]) -> None:
    found = got(client, f"/collections/incidents/items?datetime={days}")["features"]
    assert {one["properties"]["type"] for one in found} == types


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/collections/incidents/items?datetime=now", 400, "write it as 2024-05-31"),
        ("/collections/incidents/items?datetime=2024-02-02/2024-02-01", 400, "lies after"),
        ("/collections/incidents/items?bbox=1,2,3", 400, "west, south, east, north"),
        ("/collections/incidents/items?colour=red", 400, "no such parameter"),
        ("/collections/picnics", 404, "there are incidents, events, places"),
        ("/collections/events/items/zzz", 404, "no feature of events"),
        ("/reports/zzz", 404, "no report is called so"),
        ("/reports/sha256:", 404, "several reports are called so"),
        ("/events/zzz", 404, "no event"),
        ("/actors/zzz", 404, "/api/actors lists them"),
        ("/places/zz|z", 404, "/api/places lists them"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(client: TestClient, address: str, status: int, said: str) -> None:
    assert said in got(client, address, status)["detail"]


def test_who_asks_for_too_many_features_gets_as_many_as_there_may_be(client: TestClient) -> None:
    assert got(client, "/collections/incidents/items?limit=100000")["numberReturned"] == 4


def test_the_first_page_leads_to_the_api_what_it_follows_and_its_data(client: TestClient) -> None:
    for link in got(client, "/")["links"]:
        assert client.get(link["href"]).status_code == 200, link
    assert len(got(client, "/conformance")["conformsTo"]) == 2
    for one in got(client, "/collections")["collections"]:
        assert all(client.get(link["href"]).status_code == 200 for link in one["links"])
