// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/domain/staff.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/campaign.h"
#include "tests/support/test_hostel.h"

namespace keywork::test::codes_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

/// A code names one entry, letter by letter, or none.
template <Coded E> void checkCode(Campaign &campaign, const QString &typed)
{
    const auto read = fromCode<E>(typed);
    campaign.expect(!read || typed == QLatin1String(codeOf(*read)), u"read as another code: "_s + typed);
}

QString someCode(Mutator &mutator)
{
    const FixedList &list = mutator.pick(fixedLists());
    return QString::fromLatin1(list.options[size_t(mutator.below(int(list.count)))].code);
}

} // namespace

TEST_CASE("A code that was changed by a letter is no code, on the command line and in a file")
{
    TestHostel hostel;
    const ChoiceSource &choices = hostel.services().records.choices();
    Campaign campaign(u"codes"_s, {20'000, 500'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QString typed = mutator.oneIn(10) ? mutator.typed() : mutator.text(someCode(mutator));
        checkCode<Category>(campaign, typed);
        checkCode<Role>(campaign, typed);
        checkCode<NotSaidReason>(campaign, typed);
        for (const FixedList &list : fixedLists()) {
            const QString name = QString::fromLatin1(list.list);
            bool isOne = false;
            for (const ChoiceOption &option : choices.options(name))
                isOne = isOne || option.code == typed;
            campaign.expect(choices.knows(name, typed) == isOne, u"known in "_s + name + u": "_s + typed);
        }
        const QString several = typed + u',' + someCode(mutator) + u",,"_s + mutator.typed();
        const std::set<Category> categories = categoriesOf(several);
        campaign.expect(categoriesOf(codesOf(categories)) == categories, u"not the same sections: "_s + several);
        const NotSaid notSaid
            = NotSaid::fromJson(QString::fromUtf8(mutator.json("{\"telephone\":\"not_asked\",\"gender\":\"prefers_not\"}")));
        campaign.expect(NotSaid::fromJson(notSaid.toJson()) == notSaid, u"reasons changed: "_s + notSaid.toJson());
    });
}

} // namespace keywork::test::codes_fuzz_test
