"""Two sides' figures of one thing, and figures that only seem to be."""

from __future__ import annotations

import pytest

from unit.test_record_disagreements import found, sides, told


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee says 140 drivers have quit; Acme says 64 have.",
        "How much depends on whom one asks: Ann Lee says 47 million pounds, Acme 39 million.",
        "Ann Lee gave the cost as Sh140 million, whereas Acme estimated it at Sh160 million.",
        "Ann Lee has claimed Rs 84 crore in dues, while Acme pegged the arrears at Rs 61 crore.",
        "Ann Lee said 1,400 people came through the doors. Acme put the attendance at nearer 900.",
        "Ann Lee said trade had reached $2.1 billion last year. Acme has it at $1.6 billion.",
        "Ann Lee put the catch at 148,000 tonnes. Acme's figure is 131,000.",
        "Ann Lee said nine papers were signed. A list released by Acme had eight.",
        "Guards shot dead 31 herders in May, according to Ann Lee.\nAcme says 11 people died.",
        "Ann Lee said only $60 million was outstanding.\nIt rained.\nAcme said it was owed $145"
        " million.",
        "Acme asks for 21 percent of the catch, Ann Lee said.\nIt rained.\n“Our number is 19.6,”"
        " Bo Ek said.",
    ],
)
def test_two_sides_give_two_figures(text: str) -> None:
    (one,) = found(told("a", "2021-03-03", text))
    assert one.sure
    assert len(set(sides(one))) == 2


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "The plan sets out €24bn in cuts.\nIt rained.\nIt snowed.\nThe real figure was €18bn,"
            " Bo Ek said.",
            [1, 4],
        ),
        (
            "The plan sets out €24bn in cuts.\nIt rained.\nBo Ek said the true sum was 18 billion.",
            [1, 3],
        ),
        (
            "The 14 Chilean truck drivers were held in May.\nIt rained.\nIt snowed.\nBo Ek said"
            " the number of drivers in custody was 17.",
            [1, 4],
        ),
    ],
)
def test_the_true_figure_answers_one_told_some_sentences_before(
    text: str, sentences: list[int]
) -> None:
    (one,) = found(told("a", "2021-03-03", text))
    assert [account.source.sentence for account in one.accounts] == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said 14 people died in Lima. Bo Ek said three people died in Chile.",
        "Ann Lee said the road would cost $60 million. Bo Ek said the bridge would cost $80"
        " million.",
        "The 14 drivers were held in May.\nIt rained.\nIt snowed.\nBo Ek said the number of schools"
        " was 17.",
        "The plan sets out €24bn in cuts.\nIt rained.\nBo Ek said the real figure was 18 schools.",
    ],
)
def test_figures_of_two_things_are_no_sure_disagreement(text: str) -> None:
    assert not any(one.sure for one in found(told("a", "2021-03-03", text)))


def test_who_denies_goes_on_to_say_why() -> None:
    text = (
        "Ann Lee said the meeting had been held at Chile's request. Bo Ek said that was untrue. "
        "“The request came from Norway. It came in writing,” Bo Ek said. It rained."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert [account.source.sentence for account in one.accounts] == [1, 2, 3, 4]
    assert sides(one) == ["ann-lee", "bo-ek", "bo-ek", "bo-ek"]


def test_an_account_is_given_once() -> None:
    text = (
        "Ann Lee said Bo Ek had agreed to go. Bo Ek flatly denied it. “Nobody asked me and I did"
        " not agree to anything,” Bo Ek said."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert len(one.accounts) == len(set(one.accounts))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee brought 3,000 members to the square (Acme says 1,200) on Tuesday.",
        "About 60 people died according to Ann Lee, 22 according to Acme.",
        "There are twenty-three cranes, by Ann Lee's count; twenty-two by Acme's.",
        "Ann Lee says 12 boats were seized, Acme nine.",
        "Ann Lee claimed 2,000 people had marched, a figure that Acme put at 400.",
        "Ann Lee says that it runs at 60% of normal output. Acme's own figure is 15%.",
        "Ann Lee said 12 people were hurt. Acme, which buries them, says 63.",
        "Ann Lee says $210 million was pledged. Acme makes it $164 million.",
        "By Ann Lee's account the mood was good. By Acme's, Bo Ek looked at his watch.",
        "Ann Lee's version is that Acme asked for it. Acme's is that she did.",
    ],
)
def test_two_sides_in_one_breath(text: str) -> None:
    assert any(
        {"ann-lee", "acme"} >= set(sides(one)) for one in found(told("a", "2021-03-03", text))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee brought 3,000 members to the square (Acme sent 1,200) on Tuesday.",
        "Some 60 homes were hit by the river, and 22 by the sea, Ann Lee said.",
        "Ann Lee said 12 boats were seized, about nine of them by Acme.",
        "Ann Lee said 12 boats were seized. Acme said 1,500 boats would be sold.",
        "By Ann Lee's count it rained. By noon it snowed.",
    ],
)
def test_two_numbers_of_two_things(text: str) -> None:
    assert found(told("a", "2021-03-03", text)) == ()
