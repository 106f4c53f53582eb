// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/category_ticks.h"

#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "ui/text/words.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace keywork {

QString CategoryTicks::planHint()
{
    return tr("What the care plan says about health, substance use, debt or the court leaves only when that is ticked, too.");
}

CategoryTicks::CategoryTicks(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (const Category category : Agreements::offered()) {
        auto *line = new QHBoxLayout;
        auto *box = new QCheckBox(words::labelFor(category));
        box->setObjectName(u"share-"_s + QLatin1String(codeOf(category)));
        connect(box, &QCheckBox::toggled, this, &CategoryTicks::changed);
        auto *state = chip({}, "neutral");
        state->hide();
        line->addWidget(box, 1);
        line->addWidget(state);
        layout->addLayout(line);
        m_boxes.insert(int(category), box);
        m_chips.insert(int(category), state);
    }
    layout->addWidget(label(planHint(), "soft", true));
    m_boxes.value(int(Category::CarePlan))->setAccessibleDescription(planHint());
}

std::set<Category> CategoryTicks::ticked() const
{
    std::set<Category> categories;
    for (const Category category : Agreements::offered())
        if (m_boxes.value(int(category))->isChecked())
            categories.insert(category);
    return categories;
}

QString CategoryTicks::codes() const { return codesOf(ticked()); }

void CategoryTicks::setCodes(const QString &codes)
{
    const QStringList wanted = codes.split(u',', Qt::SkipEmptyParts);
    for (const Category category : Agreements::offered())
        if (QCheckBox *box = m_boxes.value(int(category)); box->isEnabled()) // what is not agreed can't come back ticked
            box->setChecked(wanted.contains(QLatin1String(codeOf(category))));
}

void CategoryTicks::allow(const std::set<Category> &agreed, bool lawfully)
{
    const QSignalBlocker blocked(this);
    for (const Category category : Agreements::offered()) {
        const bool isAgreed = agreed.contains(category);
        QCheckBox *box = m_boxes.value(int(category));
        box->setEnabled(isAgreed || lawfully);
        if (!box->isEnabled())
            box->setChecked(false);
        QLabel *state = m_chips.value(int(category));
        state->setText(isAgreed ? tr("agreed") : lawfully ? tr("lawful reason") : tr("not agreed"));
        state->setProperty("look", isAgreed ? u"chip-done"_s : u"chip-attention"_s);
        state->style()->unpolish(state); // takes the new look
        state->style()->polish(state);
        state->show();
        box->setAccessibleDescription(category == Category::CarePlan ? state->text() + u". "_s + planHint() : state->text());
    }
}

} // namespace keywork
