// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notice/notice_page.h"

#include "core/domain/kinds.h"
#include "core/domain/money.h"
#include "core/domain/stay_letters.h"
#include "core/services/care/stay_letters.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/persons_paper.h"
#include "ui/pages/record_print.h"
#include "ui/print/stay_letter_documents.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/parts.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

NoticePage::NoticePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Notice, {}, person, services, navigator, parent)
    , m_person(person)
{
    auto *card = new Card(tr("If a notice were given today"));
    m_ground = label({}, "", true);
    m_ground->setObjectName(u"noticeGround"_s);
    card->body()->addWidget(m_ground);
    putAbove(card);
    connect(this, &KindsPage::formShown, card, [card](bool isShown) { card->setVisible(!isShown); }); // a form has the whole room
    connect(this, &KindsPage::opened, this, &NoticePage::offerLetter);
}

QString NoticePage::groundWords() const
{
    const QDate today = m_services.records.today();
    const auto ground = noticeGroundOf(m_services.records, m_person, today);
    if (!ground)
        return words::error(ground.error());
    if (!ground->occupancy)
        return tr("None can be given: it is not known by what right they live here. Write down the kind of occupancy and its paper first.");
    const NoticeRule &rule = noticeRuleOf(ground->occupancy->value.kind);
    QStringList lines{
        tr("They live here by: %1, %2.").arg(words::label(labelOf(ground->occupancy->value.kind)), ground->occupancy->value.paper)};
    lines.append(ground->earliest ? tr("Earliest day of leaving: %1.").arg(words::weekday(*ground->earliest, today))
                                  : tr("The program knows no days for this: somebody who knows housing law has to look at it."));
    lines.append(rule.words);
    if (!rule.source.isEmpty())
        lines.append(tr("Source: %1, read on %2.").arg(rule.source, words::date(rule.dated)));
    lines.append(noticeIsNoAdvice());
    return lines.join(u'\n');
}

void NoticePage::offerLetter(const KeptRow &row, QVBoxLayout *below)
{
    const bool isNotice = row.row.type == &recordType<StayNotice>();
    if ((!isNotice && row.row.type != &recordType<StayWarning>()) || row.row.text(u"given_on"_s).isEmpty() || !mayTakeAlong(m_services))
        return;
    auto *letter = button(isNotice ? tr("Look at the &letter, with its safety plan…") : tr("Look at the &letter…"));
    letter->setObjectName(u"stayLetter"_s);
    connect(
        letter, &QPushButton::clicked, this, [this, row] { lookAt(row); }, Qt::QueuedConnection);
    below->addWidget(letter, 0, Qt::AlignLeft);
}

/// As it is on file: typed and not saved, it would stand nowhere.
void NoticePage::lookAt(const KeptRow &row)
{
    if (current()->editor() && current()->editor()->isTouched())
        return m_navigator.refuse(tr("Save first: the letter says what is on file."));
    PersonsPaper paper{tr("Warning"), u"warning"_s, {Category::Identity, Category::Housing}, DisclosureKind::StayLetter};
    if (row.row.type == &recordType<StayWarning>()) {
        const auto warning = m_services.records.one(Id<StayWarning>{row.id});
        const auto document = warning ? print::warningLetter(m_services, *warning) : Result<print::Document>(warning.error());
        return previewPersonsPaper(m_person, document, paper, m_services, m_navigator);
    }
    paper.title = tr("Notice to leave");
    paper.file = u"notice"_s;
    paper.holds.insert({Category::Risk, Category::Treatment});
    const auto notice = m_services.records.one(Id<StayNotice>{row.id});
    const auto document = notice ? print::noticeLetter(m_services, *notice) : Result<print::Document>(notice.error());
    if (!document && !document.error().violations.isEmpty())
        return m_navigator.refuse(words::violation(document.error().violations.first()));
    previewPersonsPaper(m_person, document, paper, m_services, m_navigator);
}

void NoticePage::reload()
{
    KindsPage::reload();
    m_ground->setText(groundWords());
}

bool NoticePage::concerns(const QList<Change> &changes) const
{
    const auto isOfTheCard = [this](const Change &change) {
        const RecordType *type = kindOf(change.kind);
        const bool isTheirs = change.person == 0 || change.person == m_person.value;
        return (isTheirs && (type == &recordType<OccupancyRight>() || type == &recordType<RentCharge>())) || type == &recordType<House>();
    };
    return KindsPage::concerns(changes) || std::any_of(changes.cbegin(), changes.cend(), isOfTheCard);
}

} // namespace keywork
