// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/incidents/incident_list.h"

#include "core/services/records/records.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_incidents.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QButtonGroup>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLatestShown = 100; // older ones stand in the list with its filter
constexpr int kShownCharacters = 140;

/// A line that can be chosen: day and time at the left, what it is at the right, all of it wrapped.
class LineButton : public QPushButton {
public:
    LineButton()
    {
        setProperty("look", u"area"_s);
        setCheckable(true);
        setAutoExclusive(true); // Up and Down go from one to the next
        setAutoDefault(false);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    QSize sizeHint() const override { return layout()->totalSizeHint(); }
    QSize minimumSizeHint() const override { return layout()->totalMinimumSize(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return layout()->totalHeightForWidth(width); }
};

QLabel *wrapped(const QString &text, const char *look)
{
    auto *made = label(breakable(text), look, true);
    made->setMinimumWidth(1);
    made->setAttribute(Qt::WA_TransparentForMouseEvents);
    return made;
}

QString withPlace(const QString &kind, const QString &place) { return place.isEmpty() ? kind : kind + u" · "_s + place; }

} // namespace

IncidentList::IncidentList(const Services &services, QWidget *parent)
    : Card({}, {}, parent)
    , m_services(services)
{
    auto *chips = new FlowLayout(6);
    auto *group = new QButtonGroup(this);
    const auto add = [&](Shows what, const QString &name) {
        auto *made = button({}, "pill");
        made->setObjectName(name);
        made->setCheckable(true);
        group->addButton(made);
        chips->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, what] {
            show(what, {});
            Q_EMIT shownChanged();
        });
        return made;
    };
    m_toReview = add(Shows::ToReview, u"toReview"_s);
    m_actions = add(Shows::OpenActions, u"openActions"_s);
    m_all = add(Shows::All, u"allIncidents"_s);
    m_all->setText(tr("All"));
    body()->addLayout(chips);
    auto *lines = new QWidget;
    m_lines = new QVBoxLayout(lines);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(2);
    body()->addWidget(lines);
    body()->addStretch();
}

bool IncidentList::holds(Id<Incident> incident) const { return m_held.contains(incident.value); }

void IncidentList::show(Shows what, Id<Incident> chosen)
{
    m_shows = what;
    reload(chosen);
}

void IncidentList::reload(Id<Incident> chosen)
{
    m_chosen = chosen;
    m_first = {};
    m_held.clear();
    emptyLayout(m_lines);
    const auto toReview = m_services.incidents.toReview();
    const auto actions = m_services.incidents.openActions();
    m_toReview->setText(toReview ? tr("To review %1").arg(toReview->size()) : tr("To review"));
    m_actions->setText(actions ? tr("Open actions %1").arg(actions->size()) : tr("Open actions"));
    for (const auto &[made, what] : {std::pair{m_toReview, Shows::ToReview}, {m_actions, Shows::OpenActions}, {m_all, Shows::All}})
        made->setChecked(m_shows == what);
    if (m_shows == Shows::OpenActions)
        return addActions();
    if (m_shows == Shows::ToReview)
        return addIncidents(toReview, tr("Nothing waits for review."));
    addIncidents(m_services.incidents.latest(kLatestShown), tr("Nothing logged yet. Near misses count too."));
}

void IncidentList::addTrouble(const Error &error) { m_lines->addWidget(label(words::error(error), "problem", true)); }

void IncidentList::addIncidents(const Result<QList<IncidentLine>> &lines, const QString &none)
{
    if (!lines)
        return addTrouble(lines.error());
    for (const IncidentLine &line : lines->mid(0, kLatestShown)) {
        const Incident &incident = line.incident.value;
        addLine(line.incident.id, words::momentHere(incident.happenedAt, m_services),
            withPlace(words::incidentKind(incident, m_services), incident.place),
            words::shortened(incident.whatHappened.simplified(), kShownCharacters), words::labelFor(line.state),
            words::incidentChip(line.state));
    }
    if (lines->isEmpty())
        m_lines->addWidget(label(none, "soft", true));
    if (m_shows == Shows::ToReview && lines->size() > kLatestShown)
        m_lines->addWidget(label(tr("and %1 older ones").arg(lines->size() - kLatestShown), "soft", true));
    if (m_shows == Shows::All && lines->size() == kLatestShown)
        m_lines->addWidget(label(tr("Older ones stand under “List”."), "soft", true));
}

void IncidentList::addActions()
{
    const auto actions = m_services.incidents.openActions();
    if (!actions)
        return addTrouble(actions.error());
    const QDate today = m_services.records.today();
    for (const Kept<IncidentAction> &action : *actions) {
        const bool isPast = action.value.dueOn < today;
        const auto incident = m_services.records.one(action.value.incidentId);
        addLine(action.value.incidentId, words::weekday(action.value.dueOn, today), action.value.what,
            words::ownerOf(action.value, m_services) + (incident ? u" · "_s + incident->value.number : QString()),
            isPast ? tr("Past its day") : QString(), "attention");
    }
    if (actions->isEmpty())
        m_lines->addWidget(label(tr("No action is open."), "soft", true));
}

void IncidentList::addLine(
    Id<Incident> incident, const QString &when, const QString &title, const QString &soft, const QString &chipText, const char *chipKind)
{
    auto *line = new LineButton;
    line->setObjectName(u"incident-%1"_s.arg(incident.value));
    line->setAccessibleName(QStringList{when, title, soft, chipText}.join(u". "_s));
    auto *layout = new QBoxLayout(Theme::isLarge() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, line);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(Theme::isLarge() ? 2 : 10);
    QLabel *day = wrapped(when, "soft");
    if (!Theme::isLarge())
        day->setFixedWidth(Theme::scaled(76)); // a day stays on its line
    layout->addWidget(day, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(wrapped(title, "strong"));
    words->addWidget(wrapped(soft, "soft"));
    if (!chipText.isEmpty())
        words->addWidget(chip(chipText, chipKind), 0, Qt::AlignLeft);
    layout->addLayout(words, 1);
    // Of several actions of one incident the first is marked: one line has the mark.
    line->setChecked(incident == m_chosen && !m_held.contains(incident.value));
    connect(line, &QPushButton::clicked, this, [this, incident] {
        m_chosen = incident;
        Q_EMIT chosen(incident);
    });
    m_lines->addWidget(line);
    m_lines->addWidget(rule());
    if (!m_first)
        m_first = incident;
    m_held.append(incident.value);
}

} // namespace keywork
