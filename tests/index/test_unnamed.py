import numpy as np
import pytest

from index.unnamed import Unnamed


def said(name: str, called: str) -> bool:
    return Unnamed({called: np.array([7], dtype=np.int32)}).said_by(name) == {7}


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("activists", "Activists"),
        ("the activists", "Syrian activists"),
        ("activists", "activists in Linden"),
        ("activists", "a group of activists"),
        ("activists", "dozens of activists and residents"),
        ("residents", "dozens of activists and residents"),
        ("voters", "voters, teachers and nurses"),
        ("supporters of Orbach", "Supporters of Orbach"),
        ("Orbach supporters", "some Orbach supporters"),
        ("supporters of Orbach", "Supporters of Lena Orbach"),
        ("the critics of the mayor", "some critics of the new mayor"),
        ("a spokesman for Orbach", "a spokesman for Lena Orbach"),
        ("critics", "critics of Orbach"),
        ("the critics of the toll", "Critics of the toll"),
        ("Ruth Abel", "Ruth Abel and the mayor"),
        ("the Bank of Linden", "Bank of Linden workers"),
        ("women", "women who left Linden"),
        ("voters", "28 percent of voters"),
        ("voters", "nearly half of voters"),
        ("Democratic voters", "Nearly eight in 10 Democratic voters overall"),
        ("world leaders", "a growing list of world leaders"),
        ("protesters", "Protesters marching through Linden"),
        ("activists", "two activists opposing the toll"),
        ("residents", "residents living near the mill"),
        ("officials", "officials briefed on the matter"),
        ("sources", "sources familiar with the matter"),
        ("Democrats", "Democrats across the country"),
        ("workers", "mill workers here"),
    ],
)
def test_who_is_called_so(name: str, called: str) -> None:
    assert said(name, called)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Lena Orbach", "a spokesman for Lena Orbach"),
        ("Lena Orbach", "Lena Orbach’s lawyer"),
        ("Lena Orbach", "an aide to Lena Orbach"),
        ("Lena Orbach", "two of Lena Orbach's advisers"),
        ("Orbach", "officials in the office of Orbach"),
        ("Orbach", "the Orbach campaign"),
        ("Orbach", "a former spokeswoman for the Orbach administration"),
        ("Uvex", "an Uvex spokesperson"),
        ("Uvex", "the chief executive of Uvex"),
        ("Uvex", "a statement from Uvex"),
        ("the military", "a military spokesman"),
        ("Uvex", "the latest Uvex figures"),
        ("Uvex", "a yearly Uvex poll"),
        ("Uvex", "a report by Uvex"),
    ],
)
def test_who_speaks_for_others(name: str, called: str) -> None:
    assert said(name, called)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Lena Orbach", "Supporters of Lena Orbach"),
        ("Lena Orbach", "Lena Orbach's opponents"),
        ("Lena Orbach", "the family of Lena Orbach"),
        ("Lena Orbach", "a crowd of supporters of Lena Orbach"),
        ("Lena Orbach", "lawyers for the victims of Lena Orbach"),
        ("Lena Orbach", "a lawyer for Lena Orbach's accusers"),
        ("Lena Orbach", "officials opposed to Lena Orbach"),
        ("Orbach", "anti-Orbach lawmakers"),
        ("Orbach", "lawmakers against Orbach"),
        ("Orbach", "a leader who knows Orbach"),
        ("Uvex", "lawsuits against Uvex"),
        ("Uvex", "Uvex drivers"),
        ("the toll", "Critics of the toll"),
        ("Linden", "Bank of Linden workers"),
        ("act", "activists"),
        ("critics of Orbach", "Orbach, of all her critics"),
        ("Tom Hall", "Tom Abel and Ruth Hall"),
        ("the", "the activists"),
    ],
)
def test_who_neither_is_called_so_nor_speaks_for_them(name: str, called: str) -> None:
    assert not said(name, called)


def test_all_of_them_are_found() -> None:
    unnamed = Unnamed({"activists": np.array([1, 4], np.int32), "two activists": np.array([2], np.int32)})
    assert unnamed.said_by("activists") == {1, 2, 4}
    assert unnamed.said_by("two activists") == {2}
    assert unnamed.said_by("") == unnamed.said_by("the") == frozenset()
