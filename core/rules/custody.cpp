// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/custody.h"

#include <QHash>
#include <algorithm>
#include <tuple>

namespace keywork {

namespace {

using Entry = Kept<CustodyEntry>;

/// What an entry says by now: its own numbers, or those of its latest correction.
struct Said {
    CustodyEntry entry;
    bool isStruckOut = false;
};

/// The page as far as it was written, folded in the order of what happened.
class Page {
public:
    void add(const Entry &entry)
    {
        if (isStockAct(entry.value.act)) {
            m_said.insert(entry.id.value, {entry.value, false});
            const auto place = std::upper_bound(m_order.begin(), m_order.end(), entry, isBefore);
            const bool isLast = place == m_order.end();
            m_order.insert(place, entry);
            return isLast ? step(entry) : fold();
        }
        const auto said = m_said.find(entry.value.aboutId.value);
        if (entry.value.act != CustodyAct::Correction || said == m_said.end())
            return;
        said->isStruckOut = entry.value.struckOut;
        if (!entry.value.struckOut) {
            said->entry.sealed = false;
            said->entry.countedBefore = entry.value.countedBefore;
            said->entry.quantity = entry.value.quantity;
            said->entry.countedAfter = entry.value.countedAfter;
        }
        fold();
    }
    std::optional<qint64> balance() const { return m_balance; }
    std::optional<qint64> differenceOf(qint64 id) const
    {
        const auto found = m_differences.constFind(id);
        return found == m_differences.constEnd() ? std::nullopt : std::optional(*found);
    }
    const QList<Entry> &inOrder() const { return m_order; }
    const Said *said(qint64 id) const
    {
        const auto found = m_said.constFind(id);
        return found == m_said.constEnd() ? nullptr : &*found;
    }

private:
    static bool isBefore(const Entry &a, const Entry &b)
    {
        return std::tuple(a.value.doneAt, a.id.value) < std::tuple(b.value.doneAt, b.id.value);
    }
    void fold()
    {
        m_balance = 0;
        m_differences.clear();
        for (const Entry &entry : std::as_const(m_order))
            step(entry);
    }
    void count(qint64 id, qint64 counted)
    {
        if (m_balance)
            m_differences.insert(id, counted - *m_balance);
        m_balance = counted;
    }
    void step(const Entry &entry)
    {
        const Said &said = m_said[entry.id.value];
        if (said.isStruckOut)
            return;
        const int direction = directionOf(said.entry.act);
        if (said.entry.sealed) {
            if (direction != 0)
                m_balance.reset();
            return;
        }
        if (direction == 0) {
            if (said.entry.countedAfter)
                count(entry.id.value, *said.entry.countedAfter);
            return;
        }
        if (said.entry.countedBefore)
            count(entry.id.value, *said.entry.countedBefore);
        if (m_balance)
            m_balance = *m_balance + direction * said.entry.quantity.value_or(0);
    }
    QHash<qint64, Said> m_said;
    QList<Entry> m_order;
    std::optional<qint64> m_balance = qint64(0);
    QHash<qint64, qint64> m_differences;
};

void moveItems(CustodyLine &line)
{
    const CustodyEntry &entry = line.entry.value;
    const int direction = directionOf(entry.act);
    if (direction > 0)
        line.in = entry.quantity;
    if (direction < 0)
        line.out = entry.quantity;
}

/// What the register is open about, once all of it was read.
class OpenPoints {
public:
    OpenPoints(CustodyState &state, const Page &page)
        : m_state(state)
    {
        for (qsizetype i = 0; i < state.lines.size(); ++i) {
            const CustodyLine &line = state.lines.at(i);
            m_lineOf.insert(line.entry.id.value, i);
            if (line.entry.value.act == CustodyAct::SecondName)
                m_secondNames.insert(line.entry.value.aboutId.value);
        }
        for (const Entry &entry : page.inOrder())
            read(entry.id.value, *page.said(entry.id.value));
    }

private:
    void read(qint64 id, const Said &said)
    {
        if (said.isStruckOut)
            return;
        const CustodyEntry &entry = said.entry;
        CustodyLine &line = m_state.lines[m_lineOf.value(id)];
        const bool isTwoOfTheTeam = entry.second == SecondName::Staff || m_secondNames.contains(id);
        line.waitsForSecondName = entry.second == SecondName::Nobody && !m_secondNames.contains(id);
        const bool isCounted = !entry.sealed && entry.countedAfter.has_value();
        if (isCounted) {
            m_state.lastCount = m_lineOf.value(id);
            if (isTwoOfTheTeam)
                m_state.recountSince.reset();
        }
        // Two names of the team that come later do not count again what one alone counted.
        if ((entry.second != SecondName::Staff || entry.sealed) && !m_state.recountSince)
            m_state.recountSince = entry.doneAt;
        if (entry.act == CustodyAct::ForCoroner)
            m_state.isForCoroner = true;
        if (entry.act == CustodyAct::LeftBehind)
            m_state.isLeftBehind = true;
        else if (directionOf(entry.act) != 0)
            m_state.isLeftBehind = false;
        if (entry.cause && opensRisk(*entry.cause))
            m_state.opensRiskAt = entry.doneAt;
    }
    CustodyState &m_state;
    QHash<qint64, qsizetype> m_lineOf;
    QSet<qint64> m_secondNames;
};

bool anyLine(const QList<CustodyLine> &lines, bool CustodyLine::*member)
{
    return std::any_of(lines.cbegin(), lines.cend(), [member](const CustodyLine &line) { return line.*member; });
}

} // namespace

bool CustodyState::waitsForReview() const { return anyLine(lines, &CustodyLine::waitsForReview); }
bool CustodyState::waitsForSecondName() const { return anyLine(lines, &CustodyLine::waitsForSecondName); }

CustodyState custodyOf(QList<Kept<CustodyEntry>> entries)
{
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.id.value < b.id.value; });
    CustodyState state;
    Page page;
    QHash<qint64, std::optional<qint64>> reviewed; // the difference that a manager looked at
    QSet<qint64> corrected;
    for (const Entry &entry : std::as_const(entries)) {
        const std::optional<qint64> before = page.balance();
        page.add(entry);
        CustodyLine line{.entry = entry, .balance = page.balance()};
        moveItems(line);
        if (before && line.balance)
            line.adjusted = *line.balance - *before - line.in.value_or(0) + line.out.value_or(0);
        if (entry.value.act == CustodyAct::Review)
            reviewed.insert(entry.value.aboutId.value, page.differenceOf(entry.value.aboutId.value));
        if (entry.value.act == CustodyAct::Correction)
            corrected.insert(entry.value.aboutId.value);
        if (entry.value.act == CustodyAct::Review && entry.value.cause && opensRisk(*entry.value.cause))
            state.opensRiskAt = entry.value.doneAt;
        state.lines.append(line);
    }
    const std::optional<QDateTime> toldInReview = std::exchange(state.opensRiskAt, {});
    for (CustodyLine &line : state.lines) {
        const qint64 id = line.entry.id.value;
        const Said *said = page.said(id);
        line.isCorrected = corrected.contains(id);
        line.isStruckOut = said && said->isStruckOut;
        line.difference = page.differenceOf(id);
        const auto seen = reviewed.constFind(id);
        // Another difference than the one that was looked at is a new one.
        line.waitsForReview = line.difference.value_or(0) != 0 && (seen == reviewed.constEnd() || *seen != line.difference);
    }
    state.balance = page.balance();
    OpenPoints(state, page);
    if (toldInReview && (!state.opensRiskAt || *toldInReview > *state.opensRiskAt))
        state.opensRiskAt = toldInReview;
    return state;
}

} // namespace keywork
