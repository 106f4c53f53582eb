// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/handover_page.h"

#include "core/domain/handover.h"
#include "core/domain/lone_working.h"
#include "core/services/records/records.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/handover/handover_card.h"
#include "ui/pages/handover/handover_reading.h"
#include "ui/pages/handover/shift_card.h"
#include "ui/text/words_handover.h"
#include "ui/text/words_shifts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What was handed over is only read; anything else has the form of its description.
RecordEditor *handoverEditor(const Services &services, const GenericEditing &editing)
{
    const auto known = editing.known ? asKind<Handover>(*editing.known) : Result<Kept<Handover>>(Error{});
    if (!known || !known->value.finishedAt)
        return genericEditor(services, recordType<Handover>(), editing);
    RecordEditor::Setup setup{.type = recordType<Handover>(),
        .title = words::shiftTitle(known->value, services),
        .start = editing.start,
        .place = {u"handover"_s, known->id.value, 0},
        .save = [](const Row &) {
            return Done(Error{ErrorKind::NotAllowedNow, u"handover"_s, {}});
        }};
    setup.lockedBecause = QCoreApplication::translate("handover", "It was handed over, and stays as it was read.");
    return new RecordEditor(setup, services);
}

/// The keys begin in the writer's own words.
void giveKeysToHandover(RecordEditor *editor) { giveKeysTo(editor, {u"words"_s}); }

} // namespace

HandoverPage::HandoverPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Handover, QCoreApplication::translate("places", "Handover"), {}, services, navigator, parent)
{
    if (RecordsPage *handovers = page(u"handover"_s))
        handovers->editWith([services](const GenericEditing &editing) { return handoverEditor(services, editing); }, giveKeysToHandover);
    auto *cards = new QWidget;
    auto *columns = columnsOrRows(12);
    columns->setContentsMargins(0, 0, 0, 0);
    cards->setLayout(columns);
    if (services.records.mayRead(recordType<Handover>())) {
        m_handover = new HandoverCard(services, navigator);
        columns->addWidget(m_handover, 3);
    }
    m_shift = new ShiftCard(services, navigator);
    columns->addWidget(m_shift, 2);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, cards); // below the title
    tabsAsShown(this);
    connect(this, &KindsPage::formShown, cards, [cards](bool isShown) { cards->setVisible(!isShown); });
    connect(this, &KindsPage::opened, this, &HandoverPage::showBelow);
}

void HandoverPage::reload()
{
    keepingFocus(this, [this] {
        m_shift->reload();
        if (m_handover)
            m_handover->reload();
    });
    KindsPage::reload();
}

/// Somebody who works alone now: to the buttons that say that all is well, which a form would take the place of.
void HandoverPage::showRecord(const RecordRef &record)
{
    QStringList ways;
    if (record.kind == u"lone_working" && record.id > 0)
        for (const LoneWord how : allOf<LoneWord>())
            ways.append(u"lone-%1-%2"_s.arg(QString::fromLatin1(codeOf(how))).arg(record.id));
    if (!giveKeysTo(m_shift, ways))
        KindsPage::showRecord(record);
}

void HandoverPage::showBelow(const KeptRow &row, QVBoxLayout *below)
{
    if (row.row.type == &recordType<Handover>())
        if (const auto handover = asKind<Handover>(row))
            addBelowHandover(*handover, below, m_services, m_navigator);
    if (row.row.type != &recordType<ShiftPattern>())
        return;
    if (const auto patterns = m_services.shifts.patterns())
        if (const QString gaps = words::gapsSaid(*patterns); !gaps.isEmpty())
            below->addWidget(label(gaps, "soft", true));
}

} // namespace keywork
