"""Nouns: what jobs are called, what they work on, and what has nothing to do with them."""

JOB_NOUNS = frozenset(
    """job task run import export upload download publish publication publishing sync synchronisation synchronization
    migration process operation batch backup build deployment conversion transfer update work processing execution
    pipeline workflow bulk action restore rendering scan validation activity it this that everything all
    submission generation indexing analysis""".split()
)

_ITEMS = """item row record file product listing entry line document image page photo user customer
order contact message
email article post object asset element event ticket invoice video track frame chunk part piece unit sku variant
transaction change url link member account story song book page-view""".split()

ITEM_NOUNS = (
    frozenset(_ITEMS) | frozenset(f"{noun}s" for noun in _ITEMS) | {"entries", "stories", "skus", "data", "activities"}
)

FOREIGN_NOUNS = frozenset(
    """order payment subscription session password account invoice message email e-mail page site shop store browser
    network connection internet server request sign-in login plan trial coupon refund delivery shipment meeting event
    user buyer customer seller price stock warehouse
    profile address card checkout basket cart worker workers server servers""".split()
)

INTERFACE_NOUNS = frozenset(
    """setting settings option options history guide help rules log logs tool tools detail details schedule limits
    preferences overview page section tab panel list report reports summary policy tips wizard centre center calendar
    dashboard jobs tasks imports exports runs uploads requests steps
    results desk board channel channels profile profiles costs fee fees speed rate date time times on by""".split()
)

FILLERS = frozenset(
    """now just already currently still is are was were be been being has have had it's the a an your my our this that
    these those its job's all of so far in total yet also then only again and but with successfully fully we we've
    we're you you've you're i i'm they there here right both every each please well great good hooray yay ok okay
    congratulations finally ever since to for at about around approximately some as""".split()
)

DETERMINERS = frozenset("the your this our my that all every each".split())

NUMBER_WORDS = {
    "no": 0,
    "none": 0,
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
}
