// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checks/check_prints.h"

#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/password_again.h"
#include "ui/pages/persons_paper.h"
#include "ui/print/check_documents.h"

using namespace Qt::StringLiterals;

namespace keywork {

void previewCheckRound(QWidget *above, const Services &services, const Navigator &navigator)
{
    withPassword(
        above, services, QObject::tr("Print a list of residents"), [services] { return services.records.checkConfirmed(); },
        [services, navigator](const Done &confirmed) {
            const auto paper = confirmed ? print::checkRoundPaper(services) : Result<print::HousePaperOfMany>(confirmed.error());
            const auto about = paper ? services.disclosures.aboutList(u"check_series"_s, paper->people) : Result<Disclosure>(paper.error());
            if (!about)
                return navigator.refuse(about.error());
            navigator.preview({.document = paper->document,
                .title = QObject::tr("Round"),
                .fileName = u"round"_s,
                .about = paper->people.isEmpty() ? std::nullopt : std::optional(*about)});
        });
}

void previewPersonsChecks(Id<Person> person, const Services &services, const Navigator &navigator)
{
    previewPersonsPaper(person, print::personsChecksPaper(services, person),
        {.title = QObject::tr("Checks"),
            .file = u"checks"_s,
            .holds = {Category::Identity, Category::Risk},
            .whenNone = QObject::tr("No checks are on record.")},
        services, navigator);
}

} // namespace keywork
