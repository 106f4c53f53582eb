// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/persons_paper.h"

#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"

namespace keywork {

void previewPersonsPaper(
    Id<Person> person, const Result<print::Document> &paper, const PersonsPaper &said, const Services &services, const Navigator &navigator)
{
    const auto known = services.records.one(person);
    if (known && !paper && paper.error().kind == ErrorKind::NotFound && !said.whenNone.isEmpty())
        return navigator.say(said.whenNone);
    if (!known || !paper)
        return navigator.refuse(paper ? known.error() : paper.error());
    const bool isTheirs = said.forTheHouse.isEmpty();
    Disclosure about = forThem(person, said.kind, isTheirs ? known->value.displayName() : said.forTheHouse, said.holds);
    if (!isTheirs)
        about.basis = DisclosureBasis::HouseWork;
    navigator.preview({.document = *paper, .title = said.title, .fileName = said.file + u'-' + known->value.number, .about = about});
}

} // namespace keywork
