// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supplies/supplies_page.h"

#include "core/domain/supplies.h"
#include "core/services/house/naloxone.h"
#include "core/services/house/supplies.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/password_again.h"
#include "ui/pages/shown_kinds.h"
#include "ui/pages/supplies/supply_editor.h"
#include "ui/print/house_paper.h"
#include "ui/print/naloxone_documents.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_supplies.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kWeeksShown = 4;

void previewHousePaper(const Result<print::Document> &paper, const QString &title, const QString &file, const Navigator &navigator)
{
    if (!paper)
        return navigator.refuse(paper.error());
    navigator.preview({.document = *paper, .title = title, .fileName = file});
}

} // namespace

SuppliesPage::SuppliesPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Supplies, QCoreApplication::translate("places", "Naloxone and supplies"), {}, services, navigator, parent)
{
    if (RecordsPage *visits = page(u"supply_visit"_s))
        visits->editWith([services](const GenericEditing &editing) { return supplyEditor(services, editing); }, giveKeysToSupplies);
    addUsualItems();
    addPrints();
    m_now = new QWidget;
    auto *line = columnsOrRows(12); // as high as each other
    line->setContentsMargins(0, 0, 0, 0);
    m_now->setLayout(line);
    m_places = new Card(tr("Naloxone now"));
    m_places->setObjectName(u"naloxoneNow"_s);
    m_weeks = new Card(tr("Given and brought back"), tr("weeks from Monday"));
    m_weeks->setObjectName(u"supplyWeeks"_s);
    line->addWidget(m_places);
    line->addWidget(m_weeks);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_now); // below the title
    tabsAsShown(this);
    connect(this, &KindsPage::formShown, this, [this](bool isShown) { // a form has the whole room
        m_isFormShown = isShown;
        m_now->setVisible(!isShown);
    });
    connect(this, &KindsPage::opened, this, [this](const KeptRow &row, QVBoxLayout *below) {
        if (row.row.type == &recordType<NaloxoneRecall>())
            showFound(row, below);
    });
    showNow();
}

void SuppliesPage::addUsualItems()
{
    m_usual = button(tr("Begin with the usual supplies"));
    m_usual->setObjectName(u"usualSupplies"_s);
    connect(m_usual, &QPushButton::clicked, this, [this] {
        m_navigator.answer(m_services.supplies.takeInShipped(), tr("The usual supplies are on file. Foil and pipes are not switched on."));
    });
    addToTitle(m_usual);
}

void SuppliesPage::addPrints()
{
    auto *stock = button(tr("Print what is &here"));
    stock->setObjectName(u"printStock"_s);
    connect(stock, &QPushButton::clicked, this, [this] {
        previewHousePaper(print::naloxoneStockPaper(m_services), tr("Naloxone and supplies"), u"naloxone-and-supplies"_s, m_navigator);
    });
    addToTitle(stock);
    auto *check = button(tr("Print the &check list"));
    check->setObjectName(u"printCheckList"_s);
    connect(check, &QPushButton::clicked, this, [this] {
        previewHousePaper(print::naloxoneCheckPaper(m_services), tr("Naloxone: looked over"), u"naloxone-check"_s, m_navigator);
    });
    addToTitle(check);
}

void SuppliesPage::showNow()
{
    showPlaces();
    showWeeks();
    const auto items = m_services.records.all<SupplyItem>();
    m_usual->setVisible(items && items->isEmpty() && m_services.records.mayAdd(recordType<SupplyItem>()));
    m_now->setVisible(!m_isFormShown);
}

void SuppliesPage::showPlaces()
{
    m_places->clear();
    const auto places = m_services.naloxone.places();
    const auto recalled = m_services.naloxone.recalled();
    const auto checked = m_services.naloxone.lastChecked();
    if (!places || !recalled || !checked)
        return m_places->body()->addWidget(label(words::error(!places ? places.error()
                                                         : !recalled  ? recalled.error()
                                                                      : checked.error()),
            "soft", true));
    const QDate today = m_services.records.today();
    for (const PlaceStock &stock : *places) {
        auto *line = wrappingLine(8);
        line->addWidget(label(breakable(stock.place.value.name), "strong", true));
        if (stock.missing() > 0)
            line->addWidget(chip(tr("%1 short").arg(stock.missing()), "attention"));
        m_places->body()->addLayout(line);
        const auto last = checked->constFind(stock.place.id.value);
        const auto lastDay = last == checked->constEnd() ? std::nullopt : std::optional(*last);
        m_places->body()->addWidget(label(breakable(words::placeStock(stock, *recalled, lastDay, today)), "soft", true));
    }
    if (places->isEmpty())
        m_places->body()->addWidget(label(tr("No place for naloxone is on file yet. Add the places first, then the kits."), "soft", true));
    m_places->body()->addStretch();
}

void SuppliesPage::showWeeks()
{
    m_weeks->clear();
    const auto weeks = m_services.supplies.weeks(kWeeksShown);
    if (!weeks)
        return m_weeks->body()->addWidget(label(words::error(weeks.error()), "soft", true));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    int column = 0;
    for (const QString &head : {tr("Week"), tr("Times"), tr("With a name"), tr("Given"), tr("Back"), tr("Came back")})
        grid->addWidget(label(head, "soft"), 0, column++);
    int row = 0;
    for (const SupplyWeek &week : *weeks) {
        const QString monday = words::dayAndMonth(week.monday, m_services.records.today());
        column = 0;
        ++row;
        for (const QString &cell : {monday, QString::number(week.visits), QString::number(week.visitsNamed),
                 QString::number(week.comesBack.given), QString::number(week.comesBack.returned), words::returned(week.comesBack)})
            grid->addWidget(label(cell), row, column++);
    }
    m_weeks->body()->addLayout(grid);
    m_weeks->body()->addWidget(label(tr("This week"), "soft"));
    auto *thisWeek = label(words::supplyWeek(weeks->first()), "", true);
    thisWeek->setObjectName(u"thisWeek"_s);
    m_weeks->body()->addWidget(thisWeek);
    m_weeks->body()->addStretch();
}

void SuppliesPage::showFound(const KeptRow &row, QVBoxLayout *below)
{
    const auto recall = asKind<NaloxoneRecall>(row);
    const auto found = recall ? m_services.naloxone.findRecalled(recall->value.batch) : Result<RecallFound>(Error{});
    if (!found)
        return;
    auto *card = new Card(tr("Kits of this batch"));
    card->setObjectName(u"recallFound"_s);
    for (const RecalledKit<NaloxoneKit> &one : found->inHouse) {
        const auto place = m_services.records.one(one.kit.value.placeId);
        const QString where = place ? place->value.name : QString();
        const QString sentence = one.match == RecallMatch::Yes ? tr("Kit %1, %2") : tr("Kit %1, %2: its batch can't be read. Look at it.");
        card->body()->addWidget(label(breakable(sentence.arg(words::kitInShort(one.kit.value), where)), "", true));
    }
    for (const RecalledKit<TakeHomeNaloxone> &one : found->atHome) {
        const auto who = m_services.records.one(one.kit.value.personId);
        if (!who)
            continue;
        const QString text = one.match == RecallMatch::Yes ? tr("At %1") : tr("At %1: its batch was not written down. Look at it.");
        auto *open = button(literal(text.arg(print::whoseIs(who->value))), "link");
        connect(
            open, &QPushButton::clicked, this,
            [this, person = one.kit.value.personId] { m_navigator.visit(residentVisit(person.value, u"harm-reduction"_s)); },
            Qt::QueuedConnection);
        card->body()->addWidget(open, 0, Qt::AlignLeft);
    }
    if (found->hidden > 0)
        card->body()->addWidget(
            label(tr("At people whose record is closed to you: %1. Ask a manager.").arg(found->hidden), "strong", true));
    if (found->isEmpty())
        card->body()->addWidget(label(tr("No kit of this batch is on file."), "soft", true));
    auto *print = button(tr("Print the recall"));
    print->setObjectName(u"printRecall"_s);
    connect(print, &QPushButton::clicked, this,
        [this, print, value = recall->value] { previewRecall(print->window(), value, m_services, m_navigator); });
    card->body()->addWidget(print, 0, Qt::AlignLeft);
    below->addWidget(card);
}

void SuppliesPage::reload()
{
    KindsPage::reload();
    showNow();
}

bool SuppliesPage::concerns(const QList<Change> &changes) const
{
    return KindsPage::concerns(changes)
        || anyShown(changes, {},
            {.theirs = {&recordType<NaloxoneKit>(), &recordType<NaloxonePlace>(), &recordType<NaloxoneRecall>(),
                 &recordType<NaloxoneCheck>(), &recordType<SupplyVisit>(), &recordType<SupplyItem>(), &recordType<SupplyStock>()}});
}

void previewRecall(QWidget *above, const NaloxoneRecall &recall, const Services &services, const Navigator &navigator)
{
    withPassword(
        above, services, QObject::tr("Print a list of residents"), [services] { return services.records.checkConfirmed(); },
        [recall, services, navigator](const Done &confirmed) {
            const auto paper
                = confirmed ? print::naloxoneRecallPaper(services, recall) : Result<print::HousePaperOfMany>(confirmed.error());
            const auto about
                = paper ? services.disclosures.aboutList(u"take_home_naloxone"_s, paper->people) : Result<Disclosure>(paper.error());
            if (!about)
                return navigator.refuse(about.error());
            navigator.preview({.document = paper->document,
                .title = QObject::tr("Naloxone called back"),
                .fileName = u"naloxone-recall"_s,
                .about = *about});
        });
}

} // namespace keywork
